// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.vectors.ReplayResult.Verdict;

/** Lines that the format of recordings has and that no packed recording shows: put into these. */
class OtherLinesTest {
    private static final String PORT = "0x500507630300c562";
    private static final String PORTS = "scenarios/a_bringup_3ports.jsonl";

    private static ReplayResult replay(List<JsonObject> lines) throws UnreadableException {
        return TranscriptReplay.replay(RecordingReader.recording("other", lines));
    }

    private static void assertPasses(List<JsonObject> lines) throws UnreadableException {
        ReplayResult result = replay(lines);
        assertEquals(Verdict.PASS, result.verdict(), () -> result.reason() + "\n" + String.join("\n", result.details()));
    }

    private static void assertDiffers(List<JsonObject> lines) throws UnreadableException {
        assertEquals(Verdict.DIFFERS, replay(lines).verdict());
    }

    private static List<JsonObject> lines(String name) throws IOException, UnreadableException {
        return new ArrayList<>(Transcripts.lines(name));
    }

    private static boolean is(JsonObject line, String name, String value) {
        JsonValue field = line.get(name);
        return field != null && field.isString() && field.asString().equals(value);
    }

    private static int index(List<JsonObject> lines, Predicate<JsonObject> wanted) {
        for (int i = 0; i < lines.size(); i++) {
            if (wanted.test(lines.get(i))) {
                return i;
            }
        }
        throw new AssertionError("no such line");
    }

    /** A line of the script, at the time of the last line. */
    private static JsonObject script(List<JsonObject> lines, String event) {
        return new JsonObject().add("n", 99_999).add("t", lines.get(lines.size() - 1).get("t")).add("ctx", "user").add("ev", event);
    }

    /** Adds {@code line} before the last one, whose text changes from {@code old} to {@code changed} the first time that it occurs. */
    private static List<JsonObject> withLast(List<JsonObject> lines, JsonObject line, String old, String changed) {
        int last = lines.size() - 1;
        List<JsonObject> added = new ArrayList<>(lines);
        String end = lines.get(last).toString();
        int at = end.indexOf(old);
        assertTrue(at >= 0, old);
        added.set(last, Json.parse(end.substring(0, at) + changed + end.substring(at + old.length())).asObject());
        added.add(last, line);
        return added;
    }

    /** The first lines, after which the recorded kernel is no more. */
    private static List<JsonObject> upTo(List<JsonObject> lines, int end) {
        List<JsonObject> begin = new ArrayList<>(lines.subList(0, end));
        begin.add(new JsonObject().add("n", 99_999).add("t", lines.get(end - 1).get("t")).add("ctx", "wq:0.0.1900").add("ev", "oops"));
        return begin;
    }

    private static JsonObject replaced(JsonObject line, Map<String, String> texts) {
        String text = line.toString();
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            text = text.replace(entry.getKey(), entry.getValue());
        }
        return Json.parse(text).asObject();
    }

    /** {@code zfcp_ccw_shutdown} does what setting offline does, by another name, and ends the recovery thread. */
    @Test
    void aDeviceIsShutDown() throws IOException, UnreadableException {
        List<JsonObject> lines = lines("scenarios/e_offline_erp_in_flight.jsonl");
        int done = index(lines, line -> is(line, "op", "set_offline_done"));
        List<JsonObject> shutdown = upTo(lines, done);
        shutdown.replaceAll(line -> replaced(line, Map.of("\"set_offline\"", "\"shutdown\"", "ccsoff1", "ccshut1",
            "6363736f666631", "63637368757431")));
        assertPasses(shutdown);
        shutdown.replaceAll(line -> replaced(line, Map.of("ccshut1", "ccsoff1")));
        assertDiffers(shutdown);
    }

    @Test
    void theFcTransportDeletesARemotePortByItself() throws IOException, UnreadableException {
        List<JsonObject> lines = lines(PORTS);
        JsonObject line = script(lines, "fc").add("a", 0).add("op", "remote_port_delete").add("wwpn", PORT);
        assertPasses(withLast(lines, line, "\"ev\"", "\"ev\""));
        assertDiffers(withLast(lines, new JsonObject(line).set("wwpn", "0x500507630300c563"), "\"ev\"", "\"ev\""));
    }

    @Test
    void aScriptSetsStatusesAndCounters() throws IOException, UnreadableException {
        List<JsonObject> lines = lines(PORTS);
        JsonObject port = script(lines, "status").add("a", 0).add("obj", "port").add("wwpn", PORT).add("old", "0x54000001")
            .add("new", "0x50000001");
        assertPasses(withLast(lines, port, "\"" + PORT + "\":{\"status\":\"0x54000001\"", "\"" + PORT + "\":{\"status\":\"0x50000001\""));
        JsonObject counter = script(lines, "erp_counter").add("a", 0).add("obj", "adapter").add("old", 0).add("new", 2);
        assertPasses(withLast(lines, counter, "\"erp_counter\":0", "\"erp_counter\":2"));
        JsonObject missing = script(lines, "stat_miss").add("a", 0).add("obj", "adapter").add("old", 0).add("new", 3);
        assertPasses(withLast(lines, missing, "\"stat_miss\":0", "\"stat_miss\":3"));
        assertDiffers(withLast(lines, missing, "\"stat_miss\":0", "\"stat_miss\":4"));
    }

    @Test
    void aScriptSetsTheDIdOfAPort() throws IOException, UnreadableException {
        List<JsonObject> lines = lines(PORTS);
        JsonObject line = script(lines, "field").add("a", 0).add("obj", "port").add("wwpn", PORT).add("name", "d_id")
            .add("old", "0x10200").add("new", "0x10900");
        assertPasses(withLast(lines, line, "\"d_id\":\"0x010200\"", "\"d_id\":\"0x010900\""));
        assertDiffers(withLast(lines, line, "\"d_id\":\"0x010200\"", "\"d_id\":\"0x010901\""));
    }

    /** The descriptor has no answer without success, and then the line has none. */
    @Test
    void theQueryOfTheSubchannelFails() throws IOException, UnreadableException {
        List<JsonObject> lines = lines("scenarios/a_qdio_activate_fails_once.jsonl");
        int query = index(lines, line -> is(line, "op", "get_ssqd"));
        int down = index(lines, line -> is(line, "ev", "msg"));
        List<JsonObject> failing = upTo(lines, down + 1);
        failing.subList(query + 1, down - 1).clear();
        failing.set(query, new JsonObject(lines.get(query)).remove("qdioac2").set("rc", -5));
        assertPasses(failing);
        failing.set(query, new JsonObject(lines.get(query)).set("rc", -5));
        assertDiffers(failing);
    }

    /** An input SBAL in error may hold several request ids; the first one is that of the error. */
    @Test
    void anInputSbalHasSeveralRequestIds() throws IOException, UnreadableException {
        List<JsonObject> lines = lines("scenarios/e_qdio_in_slsb_error.jsonl");
        int at = index(lines, line -> is(line, "op", "in_handler"));
        lines.remove(at + 2);
        JsonObject handler = new JsonObject(lines.get(at)).remove("sbale0_scount").remove("sbale0_req_id");
        lines.set(at, new JsonObject(handler).add("req_ids", new JsonArray().add(27).add(28)));
        assertPasses(lines);
        lines.set(at, new JsonObject(handler).add("req_ids", new JsonArray().add(28).add(27)));
        assertDiffers(lines);
    }

    /** The recorded transport takes what the driver says last. */
    @Test
    void aPortThatIsAddedAgainMayHaveAnotherWwnn() throws IOException, UnreadableException {
        List<JsonObject> lines = lines("scenarios/b_bit_error.jsonl");
        int again = index(lines, line -> line.getBoolean("reused", false));
        String wwpn = lines.get(again).getString("wwpn", "");
        int first = index(lines, line -> is(line, "op", "remote_port_add") && is(line, "wwpn", wwpn));
        assertTrue(first < again);
        assertPasses(lines);
        lines.set(again, new JsonObject(lines.get(again)).set("wwnn", "0x5005076303ffc563"));
        assertDiffers(lines);
    }

    /** References of a port are counted as in C, which drops one twice when all recovery actions are out of memory. */
    @Test
    void theSecondPutOfCIsSeenInTheReferences() throws IOException, UnreadableException {
        List<JsonObject> lines = lines("scenarios/e_low_memory_one.jsonl");
        int note = index(lines, line -> line.getString("text", "").startsWith("harness takes an extra device reference"));
        lines.remove(note);
        ReplayResult result = replay(lines);
        assertEquals(Verdict.DIFFERS, result.verdict());
        assertTrue(result.reason().contains("device") || result.reason().contains("dev_ref"), result::reason);
    }

    /** What a script does with an adapter that the port does not have is a difference, not a failure of the replay. */
    @Test
    void aCallBeforeThereIsAnAdapterIsADifference() throws IOException, UnreadableException {
        List<JsonObject> lines = lines("scenarios/d_io_dif_dix.jsonl");
        JsonObject request = new JsonObject().add("n", 1).add("t", 0).add("ctx", "user").add("ev", "req").add("a", 0)
            .add("cmd", "EXCHANGE_PORT_DATA");
        JsonObject snapshot = lines.get(index(lines, line -> is(line, "ev", "snapshot")));
        JsonObject command = lines.get(index(lines, line -> is(line, "op", "queuecommand")));
        for (JsonObject call : List.of(request, snapshot, command)) {
            List<JsonObject> changed = new ArrayList<>(lines);
            changed.add(1, new JsonObject(call).set("t", 0));
            ReplayResult result = replay(changed);
            assertEquals(Verdict.DIFFERS, result.verdict());
            assertTrue(result.reason().contains("has no adapter"), result::reason);
        }
    }

    /** A host with DIX takes half the segments, whether or not a command has protection data. */
    @Test
    void dixShowsInTheHost() throws IOException, UnreadableException {
        List<JsonObject> lines = lines("scenarios/d_io_dif_dix.jsonl");
        int command = index(lines, line -> line.getString("text", "").startsWith(ScsiCommands.PROTECTION_NOTE));
        List<JsonObject> unprotected = upTo(lines, command);
        assertPasses(unprotected);
        int host = index(unprotected, line -> is(line, "op", "add_host"));
        assertTrue(unprotected.get(host).getInt("sg_tablesize", 0) < 300);
        unprotected.set(host, new JsonObject(unprotected.get(host)).set("sg_tablesize", 574));
        assertDiffers(unprotected);
    }

    /** Recordings tell what the peer is in no certain order. */
    @Test
    void whatHappenedAtOnceIsToldInTheOrderOfTheRecording() {
        List<String> seen = new ArrayList<>();
        EventSink sink = new EventSink() {
            @Override
            public void event(JsonObject event) {
                seen.add(event.getString("name", ""));
            }

            @Override
            public int expected(List<JsonObject> events) {
                return events.size() - 1;
            }
        };
        try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig())) {
            new EventRecorder(kernel, sink).emitInAnyOrder(List.of(new JsonObject().add("name", "peer_wwnn"),
                new JsonObject().add("name", "peer_wwpn"), new JsonObject().add("name", "peer_d_id")));
        }
        assertEquals(List.of("peer_d_id", "peer_wwpn", "peer_wwnn"), seen);
    }
}
