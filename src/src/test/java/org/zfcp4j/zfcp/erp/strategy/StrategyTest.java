// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.Mempool;
import org.zfcp4j.kernel.ObjectCache;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.erp.ErpBed;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/** What becomes of an action that finds no memory. */
class StrategyTest {
    /** The queues look open, but there is no memory for a request. */
    private static void withoutMemory(ErpBed bed) {
        Adapter adapter = bed.adapter;
        adapter.qdio = new ZfcpQdio(adapter);
        adapter.qdio.reqQFree.set(128);
        adapter.qdio.sbalCheck = () -> true;
        adapter.reqList = ReqLists.alloc(adapter.module.kernel);
        adapter.pool.erpReq = Mempool.create(adapter.module.kernel, "erp_req", 0,
                new ObjectCache<>(adapter.module.kernel, "zfcp_fsf_req", () -> null));
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

            // The action is reused while its earlier timer is still pending.
            adapter.status.andnot(ZFCP_STATUS_COMMON_ERP_INUSE);
            adapter.status.or(ZFCP_STATUS_COMMON_UNBLOCKED);
            assertTrue(bed.port.erpAction.timer.isPending());
            ErpTrigger.portReopen(bed.port, 0, "again__");
            assertFalse(bed.port.erpAction.timer.isPending());
        });
    }
}
