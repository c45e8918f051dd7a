// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A file in the trace-event format, held against the rules by which a viewer reads it. */
final class TraceEvents {
    /** Slices, instants, flows, counters, names. */
    private static final String PHASES = "BEisfCM";

    private final List<String> faults = new ArrayList<>();
    private final Map<String, ArrayDeque<String>> open = new HashMap<>();
    private final Map<String, Double> lastOfTrack = new HashMap<>();
    private final Map<String, Double> flowStarts = new HashMap<>();
    private final Set<String> named = new TreeSet<>();
    private final Set<String> tracks = new TreeSet<>();
    private final Set<String> counters = new TreeSet<>();
    private int flows;

    private TraceEvents() {
    }

    static TraceEvents read(Path file) throws IOException {
        TraceEvents events = new TraceEvents();
        for (JsonValue value : Json.parse(Files.readString(file)).asObject().get("traceEvents").asArray()) {
            events.add(value.asObject());
        }
        events.open.forEach((track, slices) -> {
            if (!slices.isEmpty()) {
                events.faults.add("slices of track " + track + " do not end: " + slices);
            }
        });
        return events;
    }

    private void add(JsonObject event) {
        String phase = event.getString("ph", "");
        if (phase.length() != 1 || PHASES.indexOf(phase.charAt(0)) < 0 || event.getString("name", "").isEmpty()
                || event.getInt("pid", 0) <= 0 || event.get("tid") == null) {
            faults.add("no phase, name, process or track: " + event);
            return;
        }
        String track = event.getInt("pid", 0) + "/" + event.getInt("tid", -1);
        if (phase.equals("M")) {
            name(event, track);
            return;
        }
        JsonValue time = event.get("ts");
        if (time == null || !time.isNumber() || time.asDouble() < 0) {
            faults.add("no time: " + event);
            return;
        }
        if (!named.contains(track) || !named.contains(event.getInt("pid", 0) + "/0")) {
            faults.add("of an unknown process or track: " + event);
        }
        double before = lastOfTrack.getOrDefault(track, 0.0);
        if (!phase.equals("C") && time.asDouble() < before) {
            faults.add("earlier than the event before it on its track: " + event);
        }
        lastOfTrack.put(track, Math.max(before, time.asDouble()));
        content(phase.charAt(0), event, open.computeIfAbsent(track, t -> new ArrayDeque<>()), time.asDouble());
    }

    private void name(JsonObject event, String track) {
        String text = event.get("args").asObject().getString("name", "");
        switch (event.getString("name", "")) {
            case "process_name" -> named.add(event.getInt("pid", 0) + "/0");
            case "thread_name" -> {
                named.add(track);
                tracks.add(text);
            }
            default -> faults.add("unknown metadata: " + event);
        }
    }

    private void content(char phase, JsonObject event, ArrayDeque<String> slices, double time) {
        String flow = event.getString("cat", "") + ' ' + event.getLong("id", -1);
        switch (phase) {
            case 'B' -> slices.push(event.getString("name", ""));
            case 'E' -> {
                if (slices.isEmpty() || !slices.pop().equals(event.getString("name", ""))) {
                    faults.add("ends what is not the innermost slice: " + event);
                }
            }
            case 'i' -> check("t".equals(event.getString("s", "")), "instant without scope", event);
            case 'C' -> {
                check(event.get("args").asObject().iterator().next().getValue().isNumber(), "counter without a number", event);
                counters.add(event.getString("name", ""));
            }
            case 's' -> {
                check(event.get("cat") != null && event.get("id") != null && !slices.isEmpty(), "flow from nowhere", event);
                check(flowStarts.put(flow, time) == null, "flow begins twice", event);
            }
            default -> {
                Double start = flowStarts.get(flow);
                check(start != null && start <= time && !slices.isEmpty() && "e".equals(event.getString("bp", "")),
                    "flow ends that has not begun, or nowhere", event);
                flows++;
            }
        }
    }

    private void check(boolean holds, String otherwise, JsonObject event) {
        if (!holds) {
            faults.add(otherwise + ": " + event);
        }
    }

    /** What a viewer would stumble over. */
    List<String> faults() {
        return faults;
    }

    Set<String> tracks() {
        return tracks;
    }

    Set<String> counters() {
        return counters;
    }

    /** Flows that end. */
    int flows() {
        return flows;
    }
}
