// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.zfcp4j.parity.facts.FactsFile;

/** One change in the facts of 5.10.198 is one difference of the port, of its kind and at its place, and there is no other. */
class PlantedFactsTest {
    private static final String PACKED = text();

    private static String text() {
        StringWriter out = new StringWriter();
        try {
            FactsFile.write(PackedFacts.FACTS, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static Comparison planted(Consumer<JsonObject> edit) {
        JsonObject facts = Json.parse(PACKED).asObject();
        edit.accept(facts);
        try {
            return Comparer.compare(FactsFile.read(new StringReader(facts.toString())), Driver.CLASSES, Level.V5_10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void expect(String kind, String name, String c, Consumer<JsonObject> edit) {
        List<Difference> differences = planted(edit).differences();
        assertEquals(1, differences.size(), differences.toString());
        Difference only = differences.get(0);
        assertEquals(kind + " " + name, only.kind() + " " + only.name(), differences.toString());
        assertTrue(only.c().contains(c), differences.toString());
    }

    private static JsonObject named(JsonObject facts, String kind, String name) {
        for (JsonValue value : facts.get(kind).asArray()) {
            if (value.asObject().getString("name", "").equals(name)) {
                return value.asObject();
            }
        }
        throw new AssertionError(name);
    }

    private static JsonObject function(JsonObject facts, String name) {
        return named(facts, "functions", name);
    }

    private static int indexOf(JsonArray array, String text) {
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i).asString().equals(text)) {
                return i;
            }
        }
        throw new AssertionError(text);
    }

    private static void removeCall(JsonObject function, String callee) {
        int at = indexOf(function.get("calls").asArray(), callee);
        function.get("calls").asArray().remove(at);
        function.get("callLines").asArray().remove(at);
    }

    private static void addCall(JsonObject function, int at, String callee, int line) {
        JsonArray calls = new JsonArray();
        JsonArray lines = new JsonArray();
        for (int i = 0; i <= function.get("calls").asArray().size(); i++) {
            if (i == at) {
                calls.add(callee);
                lines.add(line);
            }
            if (i < function.get("calls").asArray().size()) {
                calls.add(function.get("calls").asArray().get(i));
                lines.add(function.get("callLines").asArray().get(i));
            }
        }
        function.set("calls", calls).set("callLines", lines);
    }

    private static JsonObject first(JsonObject function, String list, String member, String value) {
        for (JsonValue entry : function.get(list).asArray()) {
            if (entry.asObject().getString(member, "").equals(value)) {
                return entry.asObject();
            }
        }
        throw new AssertionError(value);
    }

    private static void remove(JsonArray array, JsonValue value) {
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) == value) {
                array.remove(i);
                return;
            }
        }
        throw new AssertionError(value.toString());
    }

    @Test
    void unchangedFactsHaveNoDifference() {
        assertEquals(List.of(), planted(facts -> { }).differences());
    }

    @Test
    void theValueOfAConstant() {
        expect("constant", "FSF_STATUS_READS_RECOM", "17", f -> named(f, "constants", "FSF_STATUS_READS_RECOM").set("value", 17));
    }

    @Test
    void theValueOfAnEnumerator() {
        expect("constant", "ZFCP_ERP_ACTION_REOPEN_PORT", "0x12", f -> named(f, "constants", "ZFCP_ERP_ACTION_REOPEN_PORT")
                .set("value", 0x12));
    }

    @Test
    void aConstantThatThePortHasNot() {
        expect("constant", "FSF_STATUS_READ_OF_TOMORROW", "14", f -> f.get("constants").asArray().add(Json.parse("""
                {"name": "FSF_STATUS_READ_OF_TOMORROW", "kind": "macro", "header": "drivers/s390/scsi/zfcp_fsf.h", "line": 150,
                 "value": 14}""")));
    }

    @Test
    void aConstantThatCHasNot() {
        expect("constant", "FSF_PORT_BOXED", "", f -> remove(f.get("constants").asArray(), named(f, "constants", "FSF_PORT_BOXED")));
    }

    @Test
    void aMovedField() {
        expect("layout", "fsf_qtcb_prefix", "ulp_info at 16+4", f -> {
            JsonObject type = named(f, "types", "fsf_qtcb_prefix");
            first(type, "fields", "path", "ulp_info").set("offset", 16);
            first(type, "fields", "path", "qtcb_type").set("offset", 12);
        });
    }

    @Test
    void aBitField() {
        expect("layout", "qdesfmt0", "", f -> {
            for (JsonValue field : named(f, "types", "qdesfmt0").get("fields").asArray()) {
                if (field.asObject().getString("kind", "").equals("bitfield")) {
                    int from = field.asObject().getInt("bitOffsetFromStart", 0);
                    field.asObject().set("bitOffsetFromStart", from + 1);
                    return;
                }
            }
            throw new AssertionError("no bit field");
        });
    }

    @Test
    void aTag() {
        expect("tag", "zfcp_fsf_status_read_handler", "fssrh_9", f ->
                first(function(f, "zfcp_fsf_status_read_handler"), "tags", "tag", "fssrh_2").set("tag", "fssrh_9"));
    }

    @Test
    void twoCallsSwapped() {
        expect("order", "zfcp_erp_adapter_strategy_close", "zfcp_erp.c:90", f -> {
            JsonArray calls = function(f, "zfcp_erp_adapter_strategy_close").get("calls").asArray();
            JsonValue close = calls.get(0);
            calls.set(0, calls.get(1).asString());
            calls.set(1, close.asString());
        });
    }

    @Test
    void aLockDropped() {
        expect("lock", "zfcp_fsf_open_port", "", f -> {
            JsonObject function = function(f, "zfcp_fsf_open_port");
            removeCall(function, "spin_unlock_irq");
            remove(function.get("lockOps").asArray(), first(function, "lockOps", "op", "spin_unlock_irq"));
        });
    }

    @Test
    void aLockOfTheQdioLayerDropped() {
        expect("lock", "qdio_cancel_ccw", "", f -> {
            JsonObject function = function(f, "qdio_cancel_ccw");
            removeCall(function, "spin_unlock_irq");
            remove(function.get("lockOps").asArray(), first(function, "lockOps", "op", "spin_unlock_irq"));
        });
    }

    @Test
    void twoCallsOfTheQdioLayerSwapped() {
        expect("order", "qdio_shutdown", "qdio_main.c:", f -> {
            JsonArray calls = function(f, "qdio_shutdown").get("calls").asArray();
            int thinint = indexOf(calls, "qdio_shutdown_thinint");
            int irq = indexOf(calls, "qdio_shutdown_irq");
            calls.set(thinint, "qdio_shutdown_irq");
            calls.set(irq, "qdio_shutdown_thinint");
        });
    }

    @Test
    void anotherLock() {
        expect("lock", "zfcp_fsf_open_port", "spin_lock_irq(erp_lock)", f ->
                first(function(f, "zfcp_fsf_open_port"), "lockOps", "op", "spin_lock_irq").set("lock", "&adapter->erp_lock"));
    }

    @Test
    void aCaseAdded() {
        expect("case", "zfcp_fsf_status_read_handler", "13", f -> {
            JsonObject statement = function(f, "zfcp_fsf_status_read_handler").get("switches").asArray().get(0).asObject();
            statement.get("groups").asArray().add(Json.parse("{\"labels\": [\"13\"], \"line\": 303, \"calls\": []}"));
        });
    }

    @Test
    void theMaskOfAnAtomicOperation() {
        expect("atomic", "zfcp_erp_adapter_strategy_close", "0x4000000)", f ->
                first(function(f, "zfcp_erp_adapter_strategy_close"), "atomicOps", "op", "atomic_andnot").get("args").asArray()
                        .set(0, "ZFCP_STATUS_COMMON_OPEN"));
    }

    @Test
    void aStatusAssignment() {
        expect("assignment", "zfcp_fsf_open_port", "status|=0x1000", f ->
                first(function(f, "zfcp_fsf_open_port"), "assignments", "op", "|=").set("value", "ZFCP_STATUS_FSFREQ_DISMISSED"));
    }

    @Test
    void anAssignmentAdded() {
        expect("assignment", "zfcp_erp_adapter_strategy_close", "set(fsf_req_seq_no)", f ->
                function(f, "zfcp_erp_adapter_strategy_close").get("assignments").asArray().add(Json.parse(
                        "{\"target\": \"adapter->fsf_req_seq_no\", \"member\": \"fsf_req_seq_no\", \"line\": 911}")));
    }

    @Test
    void aCallDropped() {
        expect("call", "zfcp_erp_adapter_strategy_close", "", f ->
                removeCall(function(f, "zfcp_erp_adapter_strategy_close"), "zfcp_fc_wka_ports_force_offline"));
    }

    @Test
    void aNumber() {
        expect("number", "zfcp_fsf_exchange_config_evaluate", "", f -> function(f, "zfcp_fsf_exchange_config_evaluate")
                .get("constantUses").asArray().add(Json.parse("{\"names\": \"FSF_QTCB_CURRENT_VERSION\", \"line\": 480}"))
                .add(Json.parse("{\"names\": \"ZFCP_STATUS_COMMON_NOESC\", \"line\": 480}")));
    }

    @Test
    void aFunctionAdded() {
        expect("missing", "zfcp_fsf_new", "zfcp_fsf.c:9", f -> f.get("functions").asArray().add(Json.parse("""
                {"name": "zfcp_fsf_new", "file": "drivers/s390/scsi/zfcp_fsf.c", "line": 9, "calls": [], "callLines": []}""")));
    }

    @Test
    void aFunctionRemoved() {
        expect("gone", "zfcp_fsf_close_lun", "", f ->
                remove(f.get("functions").asArray(), function(f, "zfcp_fsf_close_lun")));
    }

    @Test
    void aFunctionThatBecomesStatic() {
        expect("signature", "zfcp_status_read_refill", "static (adapter)", f -> function(f, "zfcp_status_read_refill").set("static", true));
    }

    @Test
    void aParameterAdded() {
        expect("signature", "zfcp_status_read_refill", "(adapter, limit)", f ->
                function(f, "zfcp_status_read_refill").get("paramNames").asArray().add("limit"));
    }

    @Test
    void theRefillOfBeforeTheCommit() {
        Consumer<JsonObject> before = f -> {
            JsonObject refill = function(f, "zfcp_status_read_refill");
            refill.set("calls", Json.array("atomic_read", "zfcp_fsf_status_read", "atomic_read", "zfcp_erp_adapter_reopen", "atomic_dec"));
            refill.set("callLines", Json.array(276, 277, 278, 280, 285));
            refill.set("callArguments", Json.parse("""
                    [["&adapter->stat_miss"], ["adapter->qdio"], ["&adapter->stat_miss"], ["adapter", "0", "\\"axsref1\\""],
                     ["&adapter->stat_miss"]]"""));
            refill.set("atomicOps", Json.parse("[{\"op\": \"atomic_dec\", \"args\": [\"&adapter->stat_miss\"], \"line\": 285}]"));
        };
        expect("refill", "zfcp_status_read_refill", "check-then-dec zfcp_aux.c:276", before);
        assertEquals("check-then-dec", planted(before).refill().policy());
    }

    @Test
    void aRefillThatIsNeither() {
        Consumer<JsonObject> neither = f -> {
            JsonObject refill = function(f, "zfcp_status_read_refill");
            refill.set("atomicOps", new JsonArray());
        };
        assertEquals("unknown", planted(neither).refill().policy());
        assertEquals("refill", planted(neither).differences().get(0).kind());
    }

    @Test
    void closeThatCancelsTheWorkClosesTheWindow() {
        Comparison comparison = planted(f -> {
            JsonObject close = function(f, "zfcp_erp_adapter_strategy_close");
            addCall(close, 1, "cancel_work_sync", 906);
            JsonArray arguments = new JsonArray();
            for (JsonValue call : close.get("calls").asArray()) {
                arguments.add(call.asString().equals("cancel_work_sync") ? Json.array("&adapter->stat_work") : new JsonArray());
            }
            close.set("callArguments", arguments);
        });
        assertFalse(comparison.refill().windowOpen());
        assertEquals(List.of("zfcp_erp.c:906 cancel_work_sync"), comparison.refill().cancelsAtClose());
        assertEquals(List.of("call"), comparison.differences().stream().map(Difference::kind).toList());
    }
}
