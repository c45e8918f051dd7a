// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfcp4j.vectors.ReplayResult.Verdict;

/** The port does in every recording what the C driver did; and a recording that says something else is seen to. */
class TranscriptReplayTest {
    /** Events that nothing but the driver causes, with all their fields. */
    private static final Set<String> DRIVEN = Set.of("req", "status", "stat_miss", "erp_counter", "field", "dbf", "work_start",
            "work_end", "device", "service_level", "queue_work");

    /** Bytes of a recording that takes long. */
    private static final int LONG = 1_000_000;

    @TestFactory
    Stream<DynamicTest> replays() throws IOException {
        return tests(bytes -> bytes.length <= LONG);
    }

    @TestFactory
    @Tag("soak")
    Stream<DynamicTest> replaysLongOnes() throws IOException {
        return tests(bytes -> bytes.length > LONG);
    }

    private static Stream<DynamicTest> tests(Predicate<byte[]> wanted) throws IOException {
        return Transcripts.packed().entrySet().stream().filter(file -> wanted.test(file.getValue()))
            .map(file -> dynamicTest(file.getKey(), () ->
                assertPasses(RecordingReader.recording(file.getKey(), Transcripts.lines(file.getKey(), file.getValue())))));
    }

    private static void assertPasses(Recording recording) throws UnreadableException {
        ReplayResult result = TranscriptReplay.replay(recording);
        assertEquals(Verdict.PASS, result.verdict(), () -> String.join("\n", result.details()));
    }

    private static ReplayResult replay(List<JsonObject> lines) throws UnreadableException {
        return TranscriptReplay.replay(RecordingReader.recording("changed", lines));
    }

    private static boolean isDriven(JsonObject line) {
        return DRIVEN.contains(line.getString("ev", "")) && !line.getString("ctx", "").equals("user");
    }

    /** Every value of a line in turn, so that all kinds of fields come up. */
    private static JsonObject changed(JsonObject line, int number) {
        List<String> names = new ArrayList<>(line.names());
        names.removeAll(List.of("n", "ev"));
        String name = names.get(number % names.size());
        return new JsonObject(line).set(name, other(line.get(name)));
    }

    private static JsonValue other(JsonValue value) {
        if (value.isString()) {
            String text = value.asString();
            int last = text.length() - 1;
            return Json.value(text.isEmpty() ? "00" : text.substring(0, last) + (text.charAt(last) == '1' ? '2' : '1'));
        }
        if (value.isNumber()) {
            return Json.value(value.asLong() + 1);
        }
        return value.isBoolean() ? Json.value(!value.asBoolean()) : Json.array();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scenarios/a_bringup_normal.jsonl", "scenarios/b_link_down_sub0__wqfirst.jsonl",
        "scenarios/d_abort_timeout.jsonl", "7.1/scenarios/a_bringup_normal.jsonl"})
    void seesAnyChangedValue(String name) throws IOException, UnreadableException {
        List<JsonObject> lines = Transcripts.lines(name);
        List<Integer> unseen = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (isDriven(lines.get(i))) {
                List<JsonObject> copy = new ArrayList<>(lines);
                copy.set(i, changed(lines.get(i), i));
                if (replay(copy).verdict() != Verdict.DIFFERS) {
                    unseen.add(i);
                }
            }
        }
        assertEquals(List.of(), unseen);
    }

    @Test
    void seesAMissingLineAndAnotherOrder() throws IOException, UnreadableException {
        List<JsonObject> lines = Transcripts.lines("scenarios/c_port_forced_reopen_ok.jsonl");
        List<Integer> driven = IntStream.range(1, lines.size() - 1).filter(i -> isDriven(lines.get(i))).boxed().toList();
        assertTrue(driven.size() > 100);
        for (int i : driven) {
            List<JsonObject> without = new ArrayList<>(lines);
            without.remove(i);
            assertEquals(Verdict.DIFFERS, replay(without).verdict(), "without line " + i);
            if (isDriven(lines.get(i + 1))) {
                List<JsonObject> swapped = new ArrayList<>(lines);
                Collections.swap(swapped, i, i + 1);
                assertEquals(Verdict.DIFFERS, replay(swapped).verdict(), "lines " + i + " and " + (i + 1) + " swapped");
            }
        }
    }

    /** A driver that scans its queues itself does so at the times at which the recorded one did. */
    @Test
    void seesAnotherTimeOfALookAtRequests() throws IOException, UnreadableException {
        List<JsonObject> lines = Transcripts.lines("7.1/scenarios/c_port_forced_reopen_ok.jsonl");
        List<Integer> looks = IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).getString("op", "").equals("out_handler") && lines.get(i).getLong("t", 0) > 0).boxed().toList();
        assertTrue(looks.size() > 5);
        for (int i : looks) {
            for (int change : new int[] {-1, 1}) {
                List<JsonObject> moved = new ArrayList<>(lines);
                moved.set(i, new JsonObject(lines.get(i)).set("t", lines.get(i).getLong("t", 0) + change));
                assertEquals(Verdict.DIFFERS, replay(moved).verdict(), "line " + i + " moved by " + change);
            }
        }
    }

    /** A worker is held up for as long as the recording says, and no other one is. */
    @Test
    void seesAnotherDelayOfALateWorker() throws IOException, UnreadableException {
        List<JsonObject> lines = new ArrayList<>(Transcripts.lines("7.1/window/w_wka_close_late_worker__unmodified.jsonl"));
        int end = IntStream.range(0, lines.size()).filter(i -> lines.get(i).getString("ev", "").equals("work_end")
            && lines.get(i).getString("work", "").equals("wka_ds_offline") && lines.get(i).getLong("t", 0) == 73_801).findFirst()
            .orElseThrow();
        lines.set(end, new JsonObject(lines.get(end)).set("t", 73_800));
        ReplayResult result = replay(lines);
        assertEquals(Verdict.DIFFERS, result.verdict());
        assertEquals(end, result.line());
    }

    @Test
    void namesTheLineAndShowsBothSides() throws IOException, UnreadableException {
        List<JsonObject> lines = new ArrayList<>(Transcripts.lines("scenarios/a_bringup_normal.jsonl"));
        int changed = IntStream.range(0, lines.size()).filter(i -> lines.get(i).getString("tag", "").equals("eraubl1"))
            .findFirst().orElseThrow();
        lines.set(changed, new JsonObject(lines.get(changed)).set("tag", "eraubl2"));
        ReplayResult result = replay(lines);
        assertEquals(changed, result.line());
        assertEquals("line " + changed + ": tag C eraubl2 port eraubl1", result.reason());
        assertTrue(result.details().stream().anyMatch(detail -> detail.contains("  C  ") && detail.contains("eraubl2")));
        assertTrue(result.details().stream().anyMatch(detail -> detail.contains("  port  ") && detail.contains("eraubl1")));
    }

    @Test
    void seesThatTheRecordedDriverWouldGoOn() throws IOException, UnreadableException {
        List<JsonObject> lines = new ArrayList<>(Transcripts.lines("scenarios/a_bringup_normal.jsonl"));
        JsonObject more = new JsonObject(lines.get(20)).set("t", 73004);
        lines.add(lines.size() - 1, more);
        assertEquals(Verdict.DIFFERS, replay(lines).verdict());
    }

    @Test
    void skipsARecordingOfAKernelWithOtherJiffies() throws IOException, UnreadableException {
        List<JsonObject> lines = new ArrayList<>(Transcripts.lines("scenarios/a_bringup_normal.jsonl"));
        lines.set(0, new JsonObject(lines.get(0)).set("HZ", 100));
        ReplayResult result = replay(lines);
        assertEquals(Verdict.SKIPPED, result.verdict());
        assertTrue(result.reason().contains("HZ=100"));
        lines.set(0, new JsonObject(lines.get(0)).remove("HZ"));
        assertEquals(Verdict.PASS, replay(lines).verdict());
    }

    @Test
    void skipsWhatOnlyProseTells() throws IOException, UnreadableException {
        List<JsonObject> lines = new ArrayList<>(Transcripts.lines("scenarios/a_bringup_normal.jsonl"));
        JsonObject end = lines.get(lines.size() - 1);
        lines.add(lines.size() - 1, new JsonObject().add("n", 999).add("t", end.getLong("t", 0)).add("ctx", "user")
            .add("ev", "bsg_done"));
        ReplayResult result = replay(lines);
        assertEquals(Verdict.SKIPPED, result.verdict());
        assertTrue(result.reason().contains("line 999"));
    }
}
