// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zfcp4j.vectors.RecordingReader;
import org.zfcp4j.vectors.ReplayResult;
import org.zfcp4j.vectors.ReplayResult.Verdict;
import org.zfcp4j.vectors.UnreadableException;

/** All recorded tables replay, and the replay sees it when a row says something else. */
class TablesTest {
    /** Fields that tell what is done, not what comes of it. */
    private static final Set<String> STIMULI = Set.of("fn", "fmt", "in", "fcp_lun", "cmd", "cmd_code", "trigger", "kind",
            "prot_status", "psq", "fsf_status", "fsq", "what", "status_type", "status_subtype", "code", "d_id", "want", "a", "p",
            "l", "step", "status", "act_status", "alloc_fails", "counter", "running", "close_only", "type", "multibuffer", "dir",
            "nseg", "fr_flags", "fr_status", "fr_resid", "rsp_len", "rsp_code", "sns_len", "bufflen", "underflow");

    private static List<JsonObject> rows(String resource) throws IOException, UnreadableException {
        try (InputStream in = new GZIPInputStream(TablesTest.class.getResourceAsStream("/vectors/" + resource + ".gz"))) {
            return RecordingReader.objects(in, resource);
        }
    }

    @ParameterizedTest
    @CsvSource({"handlers.jsonl, 775", "srb_handlers.jsonl, 62", "erp_required.jsonl, 10252", "erp_strategy.jsonl, 311",
        "sbal_layout.jsonl, 1159", "fcp_rsp_eval.jsonl, 549", "functions.jsonl, 72", "race.json, 44"})
    void replays(String resource, int results) throws IOException, UnreadableException {
        List<ReplayResult> replayed = Tables.replay(resource, rows(resource));
        assertEquals(List.of(), replayed.stream().filter(result -> result.verdict() != Verdict.PASS).toList());
        assertEquals(results, replayed.size());
    }

    /** For one row of each shape: whatever expected value of it is changed, the row differs. Of many changes some are tried. */
    @ParameterizedTest
    @CsvSource({"handlers.jsonl, 6, 40", "handlers.jsonl, 88, 40", "srb_handlers.jsonl, 51, 40", "erp_required.jsonl, 20, 40",
        "erp_strategy.jsonl, 1, 40", "erp_strategy.jsonl, 2, 40", "erp_strategy.jsonl, 309, 40", "sbal_layout.jsonl, 30, 40",
        "fcp_rsp_eval.jsonl, 548, 40", "functions.jsonl, 30, 40"})
    void seesChanges(String resource, int number, int tried) throws IOException, UnreadableException {
        JsonObject row = rows(resource).get(number - 1);
        List<JsonObject> changed = new ArrayList<>();
        for (String name : row.names()) {
            if (!STIMULI.contains(name)) {
                for (JsonValue value : changes(row.get(name))) {
                    changed.add(new JsonObject(row).set(name, value));
                }
            }
        }
        assertTrue(!changed.isEmpty());
        int stride = Math.max(1, changed.size() / tried);
        for (int i = 0; i < changed.size(); i += stride) {
            assertDiffers(resource, changed.get(i));
        }
    }

    private static void assertDiffers(String resource, JsonObject row) {
        ReplayResult result = Tables.replay(resource, List.of(row)).get(0);
        assertEquals(Verdict.DIFFERS, result.verdict(), row::toString);
        assertEquals(1, result.line());
        assertTrue(result.reason().contains(" C "), result::reason);
    }

    /** The value with one number, text or member changed, in all ways. */
    private static List<JsonValue> changes(JsonValue value) {
        List<JsonValue> changed = new ArrayList<>();
        if (value.isObject()) {
            for (JsonObject.Member member : value.asObject()) {
                changes(member.getValue()).forEach(
                        other -> changed.add(new JsonObject(value.asObject()).set(member.getName(), other)));
            }
        } else if (value.isArray()) {
            JsonArray array = value.asArray();
            for (int i = 0; i < array.size(); i++) {
                for (JsonValue other : changes(array.get(i))) {
                    changed.add(new JsonArray(array).set(i, other));
                }
                changed.add(new JsonArray(array).remove(i));
            }
            changed.add(new JsonArray(array).add("one more"));
        } else if (value.isString()) {
            changed.add(Json.value(other(value.asString())));
        } else if (value.isNumber()) {
            changed.add(Json.value(value.asInt() + 1));
        } else if (value.isBoolean()) {
            changed.add(Json.value(!value.asBoolean()));
        }
        return changed;
    }

    /** Hexadecimal digits stay such. */
    private static String other(String text) {
        if (text.startsWith("0x")) {
            return text.substring(0, text.length() - 1) + (text.endsWith("7") ? "6" : "7");
        }
        return text.isEmpty() ? "ff" : text.substring(1) + text.charAt(0) + text.charAt(0);
    }

    @Test
    void seesAnotherOutcomeOfARace() throws IOException, UnreadableException {
        JsonObject race = rows("race.json").get(0);
        JsonObject configuration = race.get("enumerations").asArray().get(0).asObject();
        JsonObject interleaving = configuration.get("minimal_interleaving").asObject();
        for (String name : List.of("max_posted", "final_stat_miss", "preemptions")) {
            JsonObject changed = new JsonObject(interleaving).set(name, interleaving.getInt(name, 0) + 1);
            assertRaceDiffers(new JsonObject(configuration).set("minimal_interleaving", changed));
        }
        JsonArray steps = new JsonArray(interleaving.get("steps").asArray());
        steps.remove(1);
        assertRaceDiffers(new JsonObject(configuration)
                .set("minimal_interleaving", new JsonObject(interleaving).set("steps", steps)));
        assertRaceDiffers(new JsonObject(configuration).set("max_posted", interleaving.getInt("max_posted", 0) - 2));

        JsonObject deadlock = race.get("deadlock_of_rejected_alternative").asObject();
        JsonArray events = new JsonArray(deadlock.get("events").asArray());
        int last = events.size() - 1;
        events.set(last, new JsonObject(events.get(last).asObject()).set("srbs_posted", 16));
        List<ReplayResult> results = Tables.replay("race.json", List.of(new JsonObject().add("enumerations", new JsonArray())
                .add("deadlock_of_rejected_alternative", new JsonObject(deadlock).set("events", events))));
        assertEquals(List.of(Verdict.DIFFERS, Verdict.PASS), results.stream().map(ReplayResult::verdict).toList());
    }

    private static void assertRaceDiffers(JsonObject configuration) {
        assertDiffers("race.json", new JsonObject().add("enumerations", new JsonArray().add(configuration)));
    }

    @Test
    void namesTheRowThatCannotBeReadAndReplaysTheOthers() throws IOException, UnreadableException {
        List<JsonObject> rows = rows("functions.jsonl");
        JsonObject broken = new JsonObject(rows.get(4)).set("out", 5.5);
        List<ReplayResult> results = Tables.replay("broken.jsonl", List.of(rows.get(0), broken, rows.get(1)));
        assertEquals(List.of(Verdict.PASS, Verdict.ERROR, Verdict.PASS), results.stream().map(ReplayResult::verdict).toList());
        assertEquals(2, results.get(1).line());
        assertEquals("no usable \"out\"", results.get(1).reason());
    }

    /** What the decision table cannot show by status words: said in words, each with what the C source makes of it. */
    @ParameterizedTest
    @CsvSource({"scsi_device being deleted, 1, 0xc1, ", "no thread, 4, 0xc0, ", "adapter failed, 4, 0xe0, ", "LUN failed, 1, 0xe0, ",
        "act_status ZFCP_STATUS_ERP_NO_REF, 1, 0x01, 0x00800000"})
    void knowsTheSpecialRowsOfTheDecisionTable(String special, int want, String need, String actStatus) {
        JsonObject row = new JsonObject().add("special", special).add("want", want).add("need", need);
        if (actStatus != null) {
            row.add("act_status", actStatus);
        }
        ReplayResult result = Tables.replay("special.jsonl", List.of(row)).get(0);
        assertEquals(Verdict.PASS, result.verdict(), result::reason);
        assertEquals(Verdict.DIFFERS,
            Tables.replay("special.jsonl", List.of(new JsonObject(row).set("need", "0x02"))).get(0).verdict());
    }

    @Test
    void skipsWhatIsNoRowOfAnyTable() {
        JsonObject row = new JsonObject().add("colour", "green");
        assertNull(Tables.kindOf(row));
        assertEquals(Verdict.SKIPPED, Tables.replay("other.jsonl", List.of(row)).get(0).verdict());
    }
}
