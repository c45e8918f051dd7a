// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import com.eclipsesource.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zfcp4j.trace.ChromeTrace;

/**
 * Exports what happened in a world for a trace viewer: a track a context, work items as slices, requests as arrows from send
 * to completion, and counters.
 */
public final class TraceExport {
    /** Virtual time stands still while tasks run: events are at least so far apart, that their order can be seen. */
    private static final int SPREAD_NANOS = 40;
    private static final String CATEGORY = "request";

    private final ChromeTrace trace;
    private final String prefix;
    private final Map<String, Integer> posted = new HashMap<>();
    private final Set<String> statusReads = new HashSet<>();
    /** The arrows that have begun, by request: an id is used again after the device was offline. */
    private final Map<String, Long> arrows = new HashMap<>();
    private long nextArrow = 1;
    private long lastNanos = -SPREAD_NANOS;

    private TraceExport(ChromeTrace trace, String prefix) {
        this.trace = trace;
        this.prefix = prefix;
    }

    /** Adds all events; {@code prefix} goes before the names of devices, and is empty for a single run. */
    public static void add(ChromeTrace trace, String prefix, List<Event> events) {
        TraceExport export = new TraceExport(trace, prefix);
        events.forEach(export::add);
    }

    private void add(Event event) {
        long nanos = Math.max(event.micros() * 1000, lastNanos + SPREAD_NANOS);
        lastNanos = nanos;
        String device = prefix + (event.device().isEmpty() ? "all devices" : event.device());
        String track = event.lane() == Lane.ERP || event.lane() == Lane.WORK ? event.context() : event.lane().title();
        switch (event.kind()) {
            case STAT_MISS -> {
                trace.counter(device, "stat_miss", nanos, event.b());
                instant(device, track, "stat_miss " + event.a() + " -> " + event.b(), nanos);
            }
            case FREE_SBALS -> trace.counter(device, "free SBALs", nanos, event.b());
            case POST -> {
                statusReads.add(device + event.b());
                count(device, nanos, 1);
                send(device, track, "status read", event, nanos);
            }
            case SEND -> send(device, track, event.name(), event, nanos);
            case COMPLETE -> complete(device, track, event, nanos);
            case WORK_START -> trace.begin(device, track, event.name(), nanos);
            case WORK_END -> trace.end(device, track, event.name(), nanos);
            default -> instant(device, track, EventText.of(event), nanos);
        }
    }

    private void instant(String device, String track, String text, long nanos) {
        trace.instant(device, track, text, nanos, new JsonObject());
    }

    private void send(String device, String track, String what, Event event, long nanos) {
        trace.begin(device, track, "send " + what, nanos);
        arrows.put(device + event.b(), nextArrow);
        trace.flowStart(device, track, CATEGORY + ' ' + device, nextArrow++, nanos);
        trace.end(device, track, "send " + what, nanos + SPREAD_NANOS / 2);
    }

    private void complete(String device, String track, Event event, long nanos) {
        if (statusReads.remove(device + event.a())) {
            count(device, nanos, -1);
        }
        trace.begin(device, track, "complete " + event.name(), nanos);
        Long arrow = arrows.remove(device + event.a());
        if (arrow != null) {
            trace.flowEnd(device, track, CATEGORY + ' ' + device, arrow, nanos);
        }
        trace.end(device, track, "complete " + event.name(), nanos + SPREAD_NANOS / 2);
    }

    private void count(String device, long nanos, int delta) {
        trace.counter(device, "SRBs posted", nanos, posted.merge(device, delta, Integer::sum));
    }
}
