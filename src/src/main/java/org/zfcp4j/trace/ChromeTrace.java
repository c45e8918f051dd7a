// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.trace;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Collects a run in the Chrome trace-event format, which the Perfetto viewer opens: a process a device, a track a context,
 * slices, instants, flows from one track to another, and counters. Times are nanoseconds. Any thread.
 */
public final class ChromeTrace {
    private final ReentrantLock lock = new ReentrantLock();
    private final JsonArray events = new JsonArray();
    private final Map<String, Integer> processes = new LinkedHashMap<>();
    private final Map<String, Integer> tracks = new LinkedHashMap<>();
    /** The slices that have begun and not ended, innermost first, in the order of the tracks. */
    private final Map<Integer, Deque<Slice>> open = new LinkedHashMap<>();
    /** By process, the time of its last event: each run has its own clock. */
    private final Map<Integer, Long> ends = new HashMap<>();

    private record Slice(String device, String context, String name) {
    }

    private int process(String name) {
        return processes.computeIfAbsent(name, n -> {
            int id = processes.size() + 1;
            events.add(metadata("process_name", id, 0, n));
            return id;
        });
    }

    private int track(int process, String name) {
        return tracks.computeIfAbsent(process + "/" + name, n -> {
            int id = tracks.size() + 1;
            events.add(metadata("thread_name", process, id, name));
            return id;
        });
    }

    private static JsonObject metadata(String what, int process, int track, String name) {
        return new JsonObject().add("ph", "M").add("name", what).add("pid", process).add("tid", track)
                .add("args", new JsonObject().add("name", name));
    }

    private void add(String phase, String device, String context, String name, long nanos, JsonObject extra) {
        lock.lock();
        try {
            int process = process(device);
            ends.merge(process, nanos, Math::max);
            JsonObject event = new JsonObject().add("ph", phase).add("name", name).add("pid", process)
                    .add("tid", track(process, context)).add("ts", Json.value(nanos / 1000.0));
            extra.forEach(member -> event.add(member.getName(), member.getValue()));
            events.add(event);
        } finally {
            lock.unlock();
        }
    }

    /** Something that takes no time; {@code details} may be empty. */
    public void instant(String device, String context, String name, long nanos, JsonObject details) {
        add("i", device, context, name, nanos, new JsonObject().add("s", "t").add("args", details));
    }

    /** A slice begins. Slices of a track nest. */
    public void begin(String device, String context, String name, long nanos) {
        lock.lock();
        try {
            add("B", device, context, name, nanos, new JsonObject());
            slices(device, context).push(new Slice(device, context, name));
        } finally {
            lock.unlock();
        }
    }

    /** The innermost slice of the track ends. */
    public void end(String device, String context, String name, long nanos) {
        lock.lock();
        try {
            add("E", device, context, name, nanos, new JsonObject());
            slices(device, context).poll();
        } finally {
            lock.unlock();
        }
    }

    private Deque<Slice> slices(String device, String context) {
        return open.computeIfAbsent(track(process(device), context), track -> new ArrayDeque<>());
    }

    /** A run that was broken off leaves slices open: they last until the last event of their process. */
    private void endOpenSlices() {
        for (Deque<Slice> slices : open.values()) {
            for (Slice slice = slices.poll(); slice != null; slice = slices.poll()) {
                add("E", slice.device, slice.context, slice.name, ends.get(process(slice.device)), new JsonObject());
            }
        }
    }

    /** An arrow starts in the slice that is open on the track; {@code id} is unique within {@code category}. */
    public void flowStart(String device, String context, String category, long id, long nanos) {
        add("s", device, context, category, nanos, new JsonObject().add("cat", category).add("id", id));
    }

    /** The arrow ends in the slice that is open on the track. */
    public void flowEnd(String device, String context, String category, long id, long nanos) {
        add("f", device, context, category, nanos, new JsonObject().add("cat", category).add("id", id).add("bp", "e"));
    }

    /** A counter has a new value. */
    public void counter(String device, String name, long nanos, long value) {
        add("C", device, "counters", name, nanos, new JsonObject().add("args", new JsonObject().add(name, value)));
    }

    /** Writes what was collected, with an end for each slice; nothing may be added afterwards. */
    public void write(Path file) throws IOException {
        lock.lock();
        endOpenSlices();
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            new JsonObject().add("displayTimeUnit", "ms").add("traceEvents", events).writeTo(out);
        } finally {
            lock.unlock();
        }
    }
}
