// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zfcp4j.zfcp.VectorTable.hex;
import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import com.eclipsesource.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.VectorTable;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;

/** The decision which recovery is needed, against what the C driver decided for all combinations of status bits. */
class ErpRequiredTest {
    private static final String TAG = "testing";

    @Test
    void decidesAsRecorded() {
        List<JsonObject> rows = VectorTable.rows("erp_required");
        assertEquals(10252, rows.size());
        ErpBed.run(bed -> rows.forEach(row -> {
            if (row.get("special") == null) {
                decide(bed, row);
            } else {
                deviceBeingDeleted(bed, row);
            }
        }));
    }

    private static void decide(ErpBed bed, JsonObject row) {
        int want = row.getInt("want", 0);
        Adapter adapter = bed.adapter;
        Port port = want == ZFCP_ERP_ACTION_REOPEN_ADAPTER ? null : bed.port;
        ScsiDevice sdev = want == ZFCP_ERP_ACTION_REOPEN_LUN ? bed.sdev : null;
        bed.status(hex(row, "a"), hex(row, "p"), hex(row, "l"));

        assertEquals(row.getInt("required", -1), ErpEnqueue.requiredAct(want, adapter, port, sdev), row::toString);

        ErpAction act = enqueue(bed, want, port, sdev);
        ErpBed.Trigger trigger = bed.triggers.removeFirst();
        assertEquals(new ErpBed.Trigger(TAG, want, hex(row, "need"), row.getInt("enqueued", 0)), trigger, row::toString);
        assertEquals(hex(row, "a2"), adapter.status.read(), row::toString);
        assertEquals(hex(row, "p2"), bed.port.status.read(), row::toString);
        assertEquals(hex(row, "l2"), bed.lun.status.read(), row::toString);
        assertEquals(row.getInt("enqueued", 0) == 1, act != null, row::toString);
        if (act != null) {
            assertEquals(hex(row, "act_status"), act.status, row::toString);
            assertEquals(trigger.need(), act.type, row::toString);
            dropReference(bed, act);
        }
        assertEquals(1, adapter.ref.count());
        assertEquals(1, bed.port.dev.references());
        assertEquals(1, bed.sdev.references);
    }

    /** The last row: everything calls for a LUN action, but the device gives no reference any more. */
    private static void deviceBeingDeleted(ErpBed bed, JsonObject row) {
        bed.status(0x54000000, 0x54000001, 0x54000000);
        bed.sdev.state = ScsiDevice.State.DEL;
        ErpAction act = enqueue(bed, ZFCP_ERP_ACTION_REOPEN_LUN, bed.port, bed.sdev);
        assertEquals(hex(row, "need"), bed.triggers.removeFirst().need());
        assertEquals(null, act);
        bed.sdev.state = ScsiDevice.State.RUNNING;
    }

    private static ErpAction enqueue(ErpBed bed, int want, Port port, ScsiDevice sdev) {
        bed.adapter.erpLock.writeLockIrq();
        ErpEnqueue.actionEnqueue(want, bed.adapter, port, sdev, TAG, 0);
        bed.adapter.erpLock.writeUnlockIrq();
        return bed.takeQueued();
    }

    private static void dropReference(ErpBed bed, ErpAction act) {
        switch (act.type) {
            case ZFCP_ERP_ACTION_REOPEN_LUN -> bed.sdev.put();
            case ZFCP_ERP_ACTION_REOPEN_ADAPTER -> bed.adapter.ref.put();
            default -> bed.port.dev.put();
        }
    }

    @Test
    void nothingIsQueuedWithoutAThread() {
        ErpBed.run(bed -> {
            bed.status(0x54000000, 0x54000001, 0x54000000);
            bed.adapter.erpThread = null;
            assertEquals(null, enqueue(bed, ZFCP_ERP_ACTION_REOPEN_ADAPTER, null, null));
            assertEquals(ZFCP_ERP_ACTION_NONE, bed.triggers.removeFirst().need());
        });
    }

    @Test
    void aReopenOfTheAdapterDismissesAllBelow() {
        ErpBed.run(bed -> {
            bed.status(0x54000000, 0x54000001, 0x54000000);
            ErpTrigger.lunReopen(bed.sdev, 0, "lun____");
            Port other = bed.addPort(0x500507630303c562L);
            other.status.set(0x54000001);
            ErpTrigger.portForcedReopen(other, 0, "forced_");
            ErpTrigger.adapterReopen(bed.adapter, 0, "adapter");

            ErpAction lunAction = ScsiDev.of(bed.sdev).erpAction;
            assertEquals(ZFCP_STATUS_ERP_DISMISSED, lunAction.status);
            assertEquals(ZFCP_STATUS_ERP_DISMISSED, other.erpAction.status);
            assertEquals(0, bed.adapter.erpAction.status);
            assertEquals(3, bed.adapter.erpTotalCount);
            // Fresh actions wait at the end; those that go on come first, the last one in front.
            assertEquals(lunAction, bed.takeQueued());
            assertEquals(other.erpAction, bed.takeQueued());
            assertEquals(bed.adapter.erpAction, bed.takeQueued());
        });
    }

    @Test
    void aPortThatIsNotKnownIsOnlyTraced() {
        ErpBed.run(bed -> {
            ErpTrigger.portForcedNoPortDbf("noport_", bed.adapter, 0x5005L, 0x010400);
            assertEquals(List.of(new ErpBed.Trigger("noport_", ZFCP_ERP_ACTION_REOPEN_PORT_FORCED,
                    ZFCP_ERP_ACTION_NONE, 0)), bed.triggers);
        });
    }
}
