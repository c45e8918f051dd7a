// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.dbf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zfcp4j.zfcp.bed.JsonLines.number;

import com.eclipsesource.json.JsonObject;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.ListHead;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfRecRunning;
import org.zfcp4j.layout.dbf.ZfcpDbfRecTrigger;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.bed.JsonLines;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.FcpLun;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.WkaPort;

/** Records of error recovery: the recordings give their fields, which must stand where the layout says. */
class RecordedRecoveryTraceTest {
    private static final long INVALID_LUN = -1;

    private int compared;

    @Test
    void fieldsOfRecoveryRecordsStandWhereTheLayoutSays() {
        AdapterBed.run(bed -> {
            for (JsonObject line : JsonLines.of("trace_records")) {
                if (line.getString("area", "").equals("rec")) {
                    replay(bed, line);
                }
            }
        });
        assertTrue(compared > 1200, () -> "only " + compared + " records compared");
    }

    private void replay(AdapterBed bed, JsonObject line) {
        String tag = line.getString("tag", "");
        long wwpn = number(line, "wwpn");
        long lun = number(line, "lun");
        bed.traced.clear();
        bed.adapter.status.set((int) number(line, "adapter_status"));
        Port port = null;
        if (wwpn != 0) {
            port = new Port(bed.adapter, wwpn, (int) number(line, "d_id"));
            port.status.set((int) number(line, "port_status"));
        }
        ScsiDevice sdev = null;
        if (lun != INVALID_LUN) {
            sdev = bed.device(port, 0, FcpLun.toScsiLun(lun));
            ScsiDev.of(sdev).status.set((int) number(line, "lun_status"));
        }
        if (line.getString("id", "").equals("TRIG")) {
            trigger(bed, line, tag, port, sdev);
        } else if (number(line, "rec_status") == 0xffffffffL) {
            wka(bed, line, tag);
        } else {
            ErpAction action = new ErpAction(bed.adapter, port, sdev);
            action.fsfReqId = number(line, "req_id");
            action.status = (int) number(line, "rec_status");
            action.step = (int) number(line, "step");
            action.type = (int) number(line, "action");
            (sdev != null ? ScsiDev.of(sdev).erpCounter : port != null ? port.erpCounter : bed.adapter.erpCounter)
                    .set((int) number(line, "count"));
            DbfRec.recRunLvl(line.getInt("level", 0), tag, action);
        }
        check(line, bed.traced);
        compared++;
    }

    private static void trigger(AdapterBed bed, JsonObject line, String tag, Port port, ScsiDevice sdev) {
        fill(bed, bed.adapter.erpReadyHead, (int) number(line, "ready"));
        fill(bed, bed.adapter.erpRunningHead, (int) number(line, "running"));
        DbfRec.recTrigLock(tag, bed.adapter, port, sdev, (int) number(line, "want"), (int) number(line, "need"));
    }

    private static void fill(AdapterBed bed, ListHead<ErpAction> list, int count) {
        while (!list.isEmpty()) {
            list.first().del();
        }
        for (int i = 0; i < count; i++) {
            list.addTail(new ErpAction(bed.adapter, null, null).list);
        }
    }

    private static void wka(AdapterBed bed, JsonObject line, String tag) {
        WkaPort wkaPort = new WkaPort(bed.adapter, (int) number(line, "d_id"), work -> { });
        wkaPort.status = WkaPort.Status.values()[(int) number(line, "port_status")];
        DbfRec.recRunWka(tag, wkaPort, number(line, "req_id"));
    }

    private static void check(JsonObject line, List<AdapterBed.Traced> traced) {
        String where = line.toString();
        assertEquals(1, traced.size(), where);
        AdapterBed.Traced made = traced.getFirst();
        assertEquals("rec", made.area(), where);
        assertEquals(line.getInt("level", -1), made.level(), where);
        assertEquals(line.getString("tag", ""), made.tag(), where);
        ByteBuffer rec = ByteBuffer.wrap(made.record());
        assertEquals(ZfcpDbfRec.SIZE, rec.capacity(), where);
        assertEquals(number(line, "lun"), rec.getLong((int) ZfcpDbfRec.LUN.offset()), where);
        assertEquals(number(line, "wwpn"), rec.getLong((int) ZfcpDbfRec.WWPN.offset()), where);
        assertEquals((int) number(line, "d_id"), rec.getInt((int) ZfcpDbfRec.D_ID.offset()), where);
        assertEquals((int) number(line, "lun_status"), rec.getInt((int) ZfcpDbfRec.LUN_STATUS.offset()), where);
        assertEquals((int) number(line, "port_status"), rec.getInt((int) ZfcpDbfRec.PORT_STATUS.offset()), where);
        if (line.getString("id", "").equals("TRIG")) {
            int u = (int) ZfcpDbfRec.TRIG.offset();
            assertEquals(1, rec.get(0), where);
            assertEquals((int) number(line, "adapter_status"), rec.getInt((int) ZfcpDbfRec.ADAPTER_STATUS.offset()), where);
            assertEquals((int) number(line, "ready"), rec.getInt(u + (int) ZfcpDbfRecTrigger.READY.offset()), where);
            assertEquals((int) number(line, "running"), rec.getInt(u + (int) ZfcpDbfRecTrigger.RUNNING.offset()), where);
            assertEquals((byte) number(line, "want"), rec.get(u + (int) ZfcpDbfRecTrigger.WANT.offset()), where);
            assertEquals((byte) number(line, "need"), rec.get(u + (int) ZfcpDbfRecTrigger.NEED.offset()), where);
        } else {
            int u = (int) ZfcpDbfRec.RUN.offset();
            assertEquals(2, rec.get(0), where);
            assertEquals(number(line, "req_id"), rec.getLong(u + (int) ZfcpDbfRecRunning.FSF_REQ_ID.offset()), where);
            assertEquals((int) number(line, "rec_status"), rec.getInt(u + (int) ZfcpDbfRecRunning.REC_STATUS.offset()), where);
            assertEquals((short) number(line, "step"), rec.getShort(u + (int) ZfcpDbfRecRunning.REC_STEP.offset()), where);
            assertEquals((byte) number(line, "action"), rec.get(u + (int) ZfcpDbfRecRunning.REC_ACTION.offset()), where);
            assertEquals((byte) number(line, "count"), rec.get(u + (int) ZfcpDbfRecRunning.REC_COUNT.offset()), where);
        }
    }
}
