// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.story;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zfcp4j.dbf.record.Area;
import org.zfcp4j.dbf.record.Entry;
import org.zfcp4j.dbf.record.EntryText;
import org.zfcp4j.story.MachineState.Sent;
import org.zfcp4j.story.Playback.About;
import org.zfcp4j.trace.TraceRecord;

/**
 * The JSON in a page. Strings stand in one table and are named by their index; a step has the differences from the step before.
 *
 * <p>Of a step: {@code t} nanoseconds since the step before, {@code l} column, {@code c} context, {@code f} C functions, innermost
 * first, {@code x} text, {@code v} variable with {@code b} and {@code a}, its values before and after, {@code n} 0 if it can be
 * left out, {@code p} 1 if it preempts, {@code m} {@code stat_miss}, {@code q} {@code req_q_free}, {@code s} pairs of SBAL and
 * SLSB state ({@code [-1]} where the queue is gone), {@code g} triples of request id, SBAL and 1 for a status read, {@code d} ids
 * of requests that are over, {@code k} locks with their holders, {@code r} trace records, {@code z} broken invariants.
 */
final class PageData {
    private final Map<String, Integer> strings = new LinkedHashMap<>();

    private PageData() {
    }

    /** @param command what made the page */
    static JsonObject of(String command, List<Playback> playbacks) {
        PageData data = new PageData();
        JsonArray runs = new JsonArray();
        playbacks.forEach(playback -> runs.add(data.run(playback)));
        JsonArray lanes = new JsonArray();
        Playback.LANES.forEach(lanes::add);
        JsonArray table = new JsonArray();
        data.strings.keySet().forEach(table::add);
        return new JsonObject().add("format", 1).add("command", command).add("lanes", lanes).add("strings", table).add("runs", runs);
    }

    private int string(String text) {
        return strings.computeIfAbsent(text, t -> strings.size());
    }

    private JsonArray strings(Iterable<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(text -> array.add(string(text)));
        return array;
    }

    private static JsonArray texts(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    private JsonObject run(Playback playback) {
        About about = playback.about();
        JsonArray steps = new JsonArray();
        MachineState before = MachineState.NONE;
        JsonObject start = new JsonObject();
        state(start, before, playback.start());
        before = playback.start();
        long nanos = 0;
        for (Step step : playback.steps()) {
            steps.add(step(step, nanos, before));
            nanos = step.nanos();
            before = step.state();
        }
        return new JsonObject().add("scenario", about.scenario()).add("moment", about.moment()).add("title", about.title())
                .add("policy", about.policy()).add("level", about.level()).add("device", about.device()).add("seed", about.seed())
                .add("limit", about.limit()).add("maxSrbs", about.maxSrbs())
                .add("mostPosted", playback.mostPosted()).add("adapterUp", about.up())
                .add("asExpected", about.asExpected()).add("outcome", about.outcome()).add("verdict", about.verdict())
                .add("violations", texts(about.violations())).add("blocked", texts(about.blocked())).add("tags", texts(about.tags())).add("opening", playback.opening())
                .add("start", start).add("steps", steps);
    }

    private JsonObject step(Step step, long nanos, MachineState before) {
        JsonObject json = new JsonObject();
        if (step.nanos() != nanos) {
            json.add("t", step.nanos() - nanos);
        }
        json.add("l", step.lane()).add("c", string(step.context()));
        if (!step.calls().isEmpty()) {
            json.add("f", string(String.join(" ", step.calls())));
        }
        json.add("x", string(step.text()));
        if (!step.variable().isEmpty()) {
            json.add("v", string(step.variable())).add("b", string(step.before())).add("a", string(step.after()));
        }
        if (!step.notable()) {
            json.add("n", 0);
        }
        if (step.preempts()) {
            json.add("p", 1);
        }
        state(json, before, step.state());
        if (!step.records().isEmpty()) {
            JsonArray records = new JsonArray();
            step.records().forEach(record -> records.add(record(record)));
            json.add("r", records);
        }
        if (!step.broken().isEmpty()) {
            json.add("z", strings(step.broken()));
        }
        return json;
    }

    private void state(JsonObject json, MachineState before, MachineState now) {
        addIfOther(json, "m", before.missing(), now.missing());
        addIfOther(json, "q", before.free(), now.free());
        if (now.slsb().length == 0 && before.slsb().length != 0) {
            json.add("s", new JsonArray().add(-1));
        } else {
            JsonArray changes = new JsonArray();
            for (int i = 0; i < now.slsb().length; i++) {
                if (now.slsb(i) != before.slsb(i)) {
                    changes.add(i).add(now.slsb(i));
                }
            }
            addUnlessEmpty(json, "s", changes);
        }
        JsonArray sent = new JsonArray();
        now.requests().forEach((id, request) -> {
            if (!request.equals(before.requests().get(id))) {
                sent.add(id).add(request.sbal()).add(request.statusRead() ? 1 : 0);
            }
        });
        addUnlessEmpty(json, "g", sent);
        JsonArray done = new JsonArray();
        for (Map.Entry<Long, Sent> request : before.requests().entrySet()) {
            if (!now.requests().containsKey(request.getKey())) {
                done.add(request.getKey());
            }
        }
        addUnlessEmpty(json, "d", done);
        if (!now.locks().equals(before.locks())) {
            json.add("k", strings(now.locks()));
        }
    }

    private static void addIfOther(JsonObject json, String name, int before, int now) {
        if (before != now) {
            json.add(name, now);
        }
    }

    private static void addUnlessEmpty(JsonObject json, String name, JsonArray values) {
        if (!values.isEmpty()) {
            json.add(name, values);
        }
    }

    /** Area, level, tag, what it says, then names and values of the members. */
    private JsonValue record(TraceRecord record) {
        Entry entry = new Entry(record.busId(), Area.valueOf(record.kind().toUpperCase(Locale.ROOT)), null, 0, record.micros(), record.level(), 0,
                "", Arrays.copyOf(record.bytes(), record.areaSize()));
        JsonArray json = new JsonArray().add(string(record.kind())).add(record.level()).add(string(record.tag()))
                .add(string(EntryText.of(entry)));
        RecordFields.of(record).forEach((name, value) -> json.add(string(name)).add(string(value)));
        return json;
    }
}
