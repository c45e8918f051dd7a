// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zfcp4j.zfcp.VectorTable.hex;
import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import com.eclipsesource.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.Mempool;
import org.zfcp4j.zfcp.VectorTable;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.erp.ErpBed;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/** Steps of actions that send nothing, and what becomes of an action that finds no memory. */
class StrategyTest {
    private static final Mempool.Allocator<FsfReq> NO_MEMORY = new Mempool.Allocator<>() {
        @Override
        public FsfReq alloc() {
            return null;
        }

        @Override
        public void free(FsfReq element) {
        }
    };

    /** The queues look open, but there is no memory for a request. */
    private static void withoutMemory(ErpBed bed) {
        Adapter adapter = bed.adapter;
        adapter.qdio = new ZfcpQdio(adapter);
        adapter.qdio.reqQFree.set(128);
        adapter.qdio.sbalCheck = () -> true;
        adapter.reqList = ReqLists.alloc(adapter.module.kernel);
        adapter.pool.erpReq = Mempool.create(adapter.module.kernel, "erp_req", 0, NO_MEMORY);
    }

    @Test
    void stepsWithoutRequestAsRecorded() {
        List<JsonObject> rows = VectorTable.rows("erp_strategy").stream()
                .filter(row -> row.getString("fn", "").endsWith("_strategy") && row.getString("request", "").isEmpty()).toList();
        assertTrue(rows.size() > 80, () -> rows.size() + " rows");
        for (JsonObject row : rows) {
            ErpBed.run(bed -> step(bed, row));
        }
    }

    private static void step(ErpBed bed, JsonObject row) {
        withoutMemory(bed);
        boolean lun = row.getString("fn", "").startsWith("lun");
        int status = hex(row, "status");
        bed.status(0x5400040b, lun ? 0x54000001 : status, lun ? status : 0x54000000);
        bed.port.dId = hex(row, "d_id");
        ErpAction act = lun ? bed.lun.erpAction : bed.port.erpAction;
        act.step = hex(row, "step");
        act.status = hex(row, "act_status");

        ErpActResult result = switch (row.getString("fn", "")) {
            case "port_strategy" -> PortStrategy.portStrategy(act);
            case "port_forced_strategy" -> PortForcedStrategy.portForcedStrategy(act);
            default -> LunStrategy.lunStrategy(act);
        };
        assertEquals(ErpActResult.valueOf("ZFCP_ERP_" + row.getString("result", "")), result, row::toString);
        assertEquals(hex(row, "step2"), act.step, row::toString);
        assertEquals(hex(row, "status2"), (lun ? bed.lun.status : bed.port.status).read(), row::toString);
        assertEquals(hex(row, "d_id2"), bed.port.dId, row::toString);
        assertEquals(row.getInt("gid_pn_queued", 0) == 1, bed.port.gidPnWork.isPending(), row::toString);
    }

    /** Finding 14: C puts the reference twice and overwrites the pending timer of the other action. */
    @Test
    void withoutAnyMemoryEachReferenceIsDroppedOnce() {
        ErpBed.run(bed -> {
            withoutMemory(bed);
            Adapter adapter = bed.adapter;
            Port other = bed.addPort(0x500507630303c562L);
            bed.status(0x5400040b, 0x54000001, 0x54000000);
            other.status.set(0x54000001);
            ErpTrigger.portReopen(bed.port, 0, "first__");
            ErpTrigger.portReopen(other, 0, "second_");
            assertEquals(2, bed.port.dev.references());
            assertEquals(2, other.dev.references());

            // One of two: it waits for memory.
            assertEquals(ErpActResult.ZFCP_ERP_CONTINUES, ErpStrategy.strategy(bed.port.erpAction));
            assertTrue(bed.port.erpAction.timer.isPending());
            assertEquals(1, adapter.erpLowMemCount);

            // All of them: the adapter is reopened; both stay queued, dismissed, with their references.
            assertEquals(ErpActResult.ZFCP_ERP_NOMEM, ErpStrategy.strategy(other.erpAction));
            assertEquals("erstgy1", bed.triggers.getLast().tag());
            assertEquals(3, adapter.erpTotalCount);
            assertEquals(2, bed.port.dev.references());
            assertEquals(2, other.dev.references());

            for (int i = 0; i < 2; i++) {
                ErpAction act = adapter.erpReadyHead.first().owner();
                assertEquals(ErpActResult.ZFCP_ERP_DISMISSED, ErpStrategy.strategy(act));
            }
            assertEquals(1, bed.port.dev.references());
            assertEquals(1, other.dev.references());
            assertEquals(0, adapter.erpLowMemCount);
            assertEquals(adapter.erpAction, bed.takeQueued());
            assertEquals(0, adapter.erpTotalCount);

            // The action is used again while the timer of before is still pending.
            adapter.status.andnot(ZFCP_STATUS_COMMON_ERP_INUSE);
            adapter.status.or(ZFCP_STATUS_COMMON_UNBLOCKED);
            assertTrue(bed.port.erpAction.timer.isPending());
            ErpTrigger.portReopen(bed.port, 0, "again__");
            assertFalse(bed.port.erpAction.timer.isPending());
        });
    }
}
