// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zfcp4j.zfcp.VectorTable.hex;
import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import com.eclipsesource.json.JsonObject;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.zfcp4j.zfcp.VectorTable;
import org.zfcp4j.zfcp.erp.ErpBed;

/** What results of actions do to their objects, against the recordings of the C driver. */
class StrategyCheckTest {
    /** Status words in which the table starts where it does not say otherwise. */
    private static final int ADAPTER = 0x5400040b;
    private static final int PORT = 0x54000001;
    private static final int LUN = 0x54000000;

    private static void forRows(String fn, int count, Consumer<JsonObject> test) {
        List<JsonObject> rows =
                VectorTable.rows("erp_strategy").stream().filter(row -> fn.equals(row.getString("fn", ""))).toList();
        assertEquals(count, rows.size());
        rows.forEach(test);
    }

    private static ErpActResult result(JsonObject row, String name) {
        return ErpActResult.valueOf("ZFCP_ERP_" + row.getString(name, ""));
    }

    private static void checkBelow(ErpBed bed, JsonObject row) {
        assertEquals(hex(row, "port2"), bed.port.status.read(), row::toString);
        assertEquals(hex(row, "lun2"), bed.lun.status.read(), row::toString);
    }

    @Test
    void lun() {
        ErpBed.run(bed -> forRows("strategy_check_lun", 46, row -> {
            bed.status(ADAPTER, PORT, hex(row, "status"));
            bed.lun.erpCounter.set(row.getInt("counter", -1));
            assertEquals(result(row, "result2"), StrategyCheck.strategyCheckLun(bed.sdev, result(row, "result")), row::toString);
            assertEquals(hex(row, "status2"), bed.lun.status.read(), row::toString);
            assertEquals(row.getInt("counter2", -1), bed.lun.erpCounter.read(), row::toString);
            checkBelow(bed, row);
        }));
    }

    @Test
    void port() {
        ErpBed.run(bed -> forRows("strategy_check_port", 96, row -> {
            bed.status(ADAPTER, hex(row, "status"), LUN);
            bed.port.erpCounter.set(row.getInt("counter", -1));
            assertEquals(result(row, "result2"), StrategyCheck.strategyCheckPort(bed.port, result(row, "result")), row::toString);
            assertEquals(hex(row, "status2"), bed.port.status.read(), row::toString);
            assertEquals(row.getInt("counter2", -1), bed.port.erpCounter.read(), row::toString);
            checkBelow(bed, row);
        }));
    }

    @Test
    void adapter() {
        ErpBed.run(bed -> forRows("strategy_check_adapter", 44, row -> {
            bed.status(hex(row, "status"), PORT, LUN);
            bed.adapter.erpCounter.set(row.getInt("counter", -1));
            assertEquals(result(row, "result2"), StrategyCheck.strategyCheckAdapter(bed.adapter, result(row, "result")),
                    row::toString);
            assertEquals(hex(row, "status2"), bed.adapter.status.read(), row::toString);
            assertEquals(row.getInt("counter2", -1), bed.adapter.erpCounter.read(), row::toString);
            checkBelow(bed, row);
        }));
    }

    @Test
    void changeOfState() {
        ErpBed.run(bed -> {
            for (boolean running : new boolean[] {false, true}) {
                for (boolean closeOnly : new boolean[] {false, true}) {
                    bed.port.status.set(running ? ZFCP_STATUS_COMMON_RUNNING : 0);
                    assertEquals(running == closeOnly, StrategyCheck.stratChangeDet(bed.port.status,
                            closeOnly ? ZFCP_STATUS_ERP_CLOSE_ONLY : 0));
                }
            }
            forRows("strat_change_det", 2, row -> {
                bed.port.status.set(row.getInt("running", 0) == 1 ? ZFCP_STATUS_COMMON_RUNNING : 0);
                int erpStatus = row.getInt("close_only", 0) == 1 ? ZFCP_STATUS_ERP_CLOSE_ONLY : 0;
                assertEquals(row.getInt("changed", 0) == 1, StrategyCheck.stratChangeDet(bed.port.status, erpStatus));
            });
        });
    }

    @Test
    void followups() {
        ErpBed.run(bed -> {
            bed.addPort(0x500507630303c562L).status.set(PORT);
            bed.addPort(0x50050763030bc562L).status.set(PORT);
            for (String fn : List.of("followup_success", "followup_failed")) {
                forRows(fn, 2, row -> followup(bed, row));
            }
        });
    }

    private static void followup(ErpBed bed, JsonObject row) {
        bed.status(0x5400050b, PORT, LUN);
        bed.triggers.clear();
        var act = row.getInt("type", 0) == ZFCP_ERP_ACTION_REOPEN_LUN ? bed.lun.erpAction : bed.adapter.erpAction;
        act.type = row.getInt("type", 0);
        bed.adapter.erpLock.writeLockIrq();
        if (row.getString("fn", "").equals("followup_success")) {
            StrategyFollowup.strategyFollowupSuccess(act);
        } else {
            StrategyFollowup.strategyFollowupFailed(act);
        }
        bed.adapter.erpLock.writeUnlockIrq();
        List<String> expected = row.get("events").asArray().values().stream().map(event -> event.asObject())
                .filter(event -> event.get("trig") != null)
                .map(event -> event.getString("trig", "") + hex(event, "want") + hex(event, "need")).toList();
        assertEquals(expected, bed.triggers.stream().map(t -> t.tag() + t.want() + t.need()).toList(), row::toString);
        while (bed.takeQueued() != null) {
            bed.adapter.portList.forEach(port -> port.status.set(PORT));
        }
    }
}
