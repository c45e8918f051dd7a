// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.vectors.ReplayResult.Verdict;

/** What other scripts and environments may do than those whose recordings are packed: made out of these. */
class OtherScriptsTest {
    private static void assertPasses(List<JsonObject> lines) throws UnreadableException {
        ReplayResult result = TranscriptReplay.replay(RecordingReader.recording("other", lines));
        assertEquals(Verdict.PASS, result.verdict(), () -> result.reason() + "\n" + String.join("\n", result.details()));
    }

    private static List<JsonObject> lines(String name) throws IOException, UnreadableException {
        return new ArrayList<>(Transcripts.lines(name));
    }

    private static boolean is(JsonObject line, String name, String value) {
        return line.getString(name, "").equals(value);
    }

    private static boolean sameMoment(JsonObject one, JsonObject other) {
        return one.getLong("t", -1) == other.getLong("t", -1) && is(one, "ctx", other.getString("ctx", ""));
    }

    /** Recovery may be triggered in an interrupt. */
    @Test
    void aScriptTriggersRecoveryInAnInterrupt() throws IOException, UnreadableException {
        int moved = 0;
        for (String name : List.of("random/g_random_50215.jsonl", "random/g_random_50375.jsonl", "random/g_random_50603.jsonl")) {
            List<JsonObject> lines = lines(name);
            for (int i = 1; i < lines.size() - 1; i++) {
                if (is(lines.get(i), "ctx", "user") && !sameMoment(lines.get(i - 1), lines.get(i))
                    && lines.get(i - 1).getLong("t", 0) < lines.get(i).getLong("t", 0)) {
                    moved += moveTrigger(lines, i);
                }
            }
            assertPasses(lines);
        }
        assertTrue(moved > 3, "triggers: " + moved);
    }

    /** If the run of lines that begins at {@code from} is one trigger and no more, an interrupt makes it. */
    private static int moveTrigger(List<JsonObject> lines, int from) {
        int end = from;
        while (end < lines.size() && sameMoment(lines.get(from), lines.get(end))) {
            end++;
        }
        JsonObject last = lines.get(end - 1);
        long triggers = lines.subList(from, end).stream().filter(line -> is(line, "id", "TRIG")).count();
        if (triggers != 1 || !is(last, "id", "TRIG") || !last.getString("tag", "").startsWith("gen")
            || lines.get(end).getLong("t", 0) == last.getLong("t", 0) && is(lines.get(end), "ctx", "irq")) {
            return 0;
        }
        lines.subList(from, end).replaceAll(line -> new JsonObject(line).set("ctx", "irq"));
        return 1;
    }

    /** An environment may not know for how long a timer was armed. */
    @Test
    void aTimerThatIsNotKnownIsNotCompared() throws IOException, UnreadableException {
        List<JsonObject> lines = lines("scenarios/a_bringup_normal.jsonl");
        lines.replaceAll(line -> line.get("timer_ms") == null ? line : new JsonObject(line).set("timer_ms", -1));
        assertPasses(lines);
    }

    /** Calls may have lines of their own. */
    @Test
    void synchronousRequestsOfTheScriptMayBeNamed() throws IOException, UnreadableException {
        List<JsonObject> lines = lines("scenarios/e_link_down_then_reest.jsonl");
        int at = firstRequest(lines);
        assertTrue(at > 0);
        JsonObject request = lines.get(at);
        JsonValue time = request.get("t");
        lines.add(at, new JsonObject().add("n", 99_999).add("t", time).add("ctx", "user").add("ev", "user").add("a", 0)
            .add("op", "exchange_port_data_sync"));
        assertPasses(lines);
    }

    private static int firstRequest(List<JsonObject> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (is(lines.get(i), "ctx", "user") && is(lines.get(i), "ev", "req") && is(lines.get(i), "cmd", "EXCHANGE_PORT_DATA")) {
                return i;
            }
        }
        return -1;
    }

    /** Data segments have the lengths that the recorded driver found. */
    @Test
    void segmentsNeedNotBePages() throws IOException, UnreadableException {
        for (String name : Transcripts.packed().keySet()) {
            List<JsonObject> lines = lines(name);
            if (resize(lines)) {
                assertPasses(lines);
                return;
            }
        }
        throw new AssertionError("no recording has a command of two segments");
    }

    /** Moves 512 bytes from the first segment of a read command to the second one. */
    private static boolean resize(List<JsonObject> lines) {
        for (int i = 0; i + 1 < lines.size(); i++) {
            JsonObject command = lines.get(i);
            JsonObject request = lines.get(i + 1);
            if (is(command, "op", "queuecommand") && command.getInt("nseg", 0) == 2 && command.getInt("dir", 0) == 2
                && is(request, "cmd", "FCP_CMND") && request.get("sbales").toString().contains("\"data+4096\"")
                && !request.get("sbales").toString().contains("prot+")) {
                String sbales = request.get("sbales").toString().replace("4096,\"data+0\"", "3584,\"data+0\"");
                int second = sbales.indexOf(",\"data+4096\"");
                int comma = sbales.lastIndexOf(',', second - 1);
                long length = Long.parseLong(sbales.substring(comma + 1, second)) + 512;
                sbales = sbales.substring(0, comma + 1) + length + ",\"data+3584\"" + sbales.substring(second + ",\"data+4096\"".length());
                lines.set(i + 1, new JsonObject(request).set("sbales", Json.parse(sbales)));
                return true;
            }
        }
        return false;
    }
}
