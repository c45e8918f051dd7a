// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.dbf;

import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_INVALID_LUN;
import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_REC_RUN;
import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_REC_TRIG;

import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfRecRunning;
import org.zfcp4j.layout.dbf.ZfcpDbfRecTrigger;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Dbf;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.WkaPort;

/**
 * Trace of error recovery, area {@code rec}: what triggered an action and what was queued for it, and the steps of those that
 * run. Any context; no allocation.
 */
public final class DbfRec {
    private static final long TRIG = ZfcpDbfRec.TRIG.offset();
    private static final long RUN = ZfcpDbfRec.RUN.offset();
    private static final int LEVEL = 1;

    private DbfRec() {
    }

    /** {@code zfcp_dbf_set_common}: status words and names of the objects concerned; port and device may be null. */
    @LinuxSource("zfcp_dbf.c:zfcp_dbf_set_common")
    private static void setCommon(byte[] rec, Adapter adapter, Port port, ScsiDevice sdev) {
        TraceRecord.putInt(rec, ZfcpDbfRec.ADAPTER_STATUS.offset(), adapter.status.read());
        if (port != null) {
            TraceRecord.putInt(rec, ZfcpDbfRec.PORT_STATUS.offset(), port.status.read());
            TraceRecord.putLong(rec, ZfcpDbfRec.WWPN.offset(), port.wwpn);
            TraceRecord.putInt(rec, ZfcpDbfRec.D_ID.offset(), port.dId);
        }
        if (sdev != null) {
            TraceRecord.putInt(rec, ZfcpDbfRec.LUN_STATUS.offset(), ScsiDev.of(sdev).status.read());
            TraceRecord.putLong(rec, ZfcpDbfRec.LUN.offset(), ScsiDev.fcpLun(sdev));
        } else {
            TraceRecord.putLong(rec, ZfcpDbfRec.LUN.offset(), ZFCP_DBF_INVALID_LUN);
        }
    }

    /**
     * {@code zfcp_dbf_rec_trig}: a recovery was asked for. The caller holds {@code erp_lock}.
     *
     * @param port remote port concerned, or null
     * @param sdev SCSI device concerned, or null
     * @param want action that was asked for
     * @param need action that was queued, or why none was
     */
    @LinuxSource(value = "zfcp_dbf.c:zfcp_dbf_rec_trig", calls = "lockdep_assert_held")
    public static void recTrig(String tag, Adapter adapter, Port port, ScsiDevice sdev, int want, int need) {
        Dbf dbf = adapter.dbf;
        byte[] rec = dbf.recBuf;

        adapter.erpLock.lockdepAssertHeld();

        if (!dbf.rec.levelEnabled(LEVEL)) {
            return;
        }
        dbf.recLock.lockIrq();
        TraceRecord.clear(rec);

        TraceRecord.putByte(rec, ZfcpDbfRec.ID.offset(), ZFCP_DBF_REC_TRIG);
        TraceRecord.putTag(rec, ZfcpDbfRec.TAG.offset(), tag);
        setCommon(rec, adapter, port, sdev);

        TraceRecord.putInt(rec, TRIG + ZfcpDbfRecTrigger.READY.offset(), adapter.erpReadyHead.count());
        TraceRecord.putInt(rec, TRIG + ZfcpDbfRecTrigger.RUNNING.offset(), adapter.erpRunningHead.count());
        TraceRecord.putByte(rec, TRIG + ZfcpDbfRecTrigger.WANT.offset(), want);
        TraceRecord.putByte(rec, TRIG + ZfcpDbfRecTrigger.NEED.offset(), need);

        dbf.rec.event(LEVEL, adapter.module.kernel.todClock(), rec, ZfcpDbfRec.SIZE);
        dbf.recLock.unlockIrq();
    }

    /** {@code zfcp_dbf_rec_trig_lock}: the same for callers that do not hold {@code erp_lock}. */
    @LinuxSource("zfcp_dbf.c:zfcp_dbf_rec_trig_lock")
    public static void recTrigLock(String tag, Adapter adapter, Port port, ScsiDevice sdev, int want, int need) {
        adapter.erpLock.readLockIrq();
        recTrig(tag, adapter, port, sdev, want, need);
        adapter.erpLock.readUnlockIrq();
    }

    /** {@code zfcp_dbf_rec_run_lvl}: a step of a running recovery, at a level of the caller's choice. */
    @LinuxSource("zfcp_dbf.c:zfcp_dbf_rec_run_lvl")
    public static void recRunLvl(int level, String tag, ErpAction erp) {
        Dbf dbf = erp.adapter.dbf;
        byte[] rec = dbf.recBuf;

        if (!dbf.rec.levelEnabled(level)) {
            return;
        }
        dbf.recLock.lockIrq();
        TraceRecord.clear(rec);

        TraceRecord.putByte(rec, ZfcpDbfRec.ID.offset(), ZFCP_DBF_REC_RUN);
        TraceRecord.putTag(rec, ZfcpDbfRec.TAG.offset(), tag);
        setCommon(rec, erp.adapter, erp.port, erp.sdev);
        putRun(rec, erp.fsfReqId, erp.status, erp.step, erp.type, recCount(erp));

        dbf.rec.event(level, erp.adapter.module.kernel.todClock(), rec, ZfcpDbfRec.SIZE);
        dbf.recLock.unlockIrq();
    }

    private static int recCount(ErpAction erp) {
        if (erp.sdev != null) {
            return ScsiDev.of(erp.sdev).erpCounter.read();
        }
        return erp.port != null ? erp.port.erpCounter.read() : erp.adapter.erpCounter.read();
    }

    /** {@code zfcp_dbf_rec_run}: a step of a running recovery. */
    @LinuxSource("zfcp_dbf.c:zfcp_dbf_rec_run")
    public static void recRun(String tag, ErpAction erp) {
        recRunLvl(LEVEL, tag, erp);
    }

    /**
     * {@code zfcp_dbf_rec_run_wka}: an event of a well-known port, whose state stands where a port has its status word.
     *
     * @param reqId of the request concerned
     */
    @LinuxSource("zfcp_dbf.c:zfcp_dbf_rec_run_wka")
    public static void recRunWka(String tag, WkaPort wkaPort, long reqId) {
        Dbf dbf = wkaPort.adapter.dbf;
        byte[] rec = dbf.recBuf;

        if (!dbf.rec.levelEnabled(LEVEL)) {
            return;
        }
        dbf.recLock.lockIrq();
        TraceRecord.clear(rec);

        TraceRecord.putByte(rec, ZfcpDbfRec.ID.offset(), ZFCP_DBF_REC_RUN);
        TraceRecord.putTag(rec, ZfcpDbfRec.TAG.offset(), tag);
        TraceRecord.putInt(rec, ZfcpDbfRec.PORT_STATUS.offset(), wkaPort.status.ordinal());
        TraceRecord.putInt(rec, ZfcpDbfRec.D_ID.offset(), wkaPort.dId);
        TraceRecord.putLong(rec, ZfcpDbfRec.LUN.offset(), ZFCP_DBF_INVALID_LUN);
        putRun(rec, reqId, ~0, ~0, ~0, ~0);

        dbf.rec.event(LEVEL, wkaPort.adapter.module.kernel.todClock(), rec, ZfcpDbfRec.SIZE);
        dbf.recLock.unlockIrq();
    }

    private static void putRun(byte[] rec, long reqId, int status, int step, int action, int count) {
        TraceRecord.putLong(rec, RUN + ZfcpDbfRecRunning.FSF_REQ_ID.offset(), reqId);
        TraceRecord.putInt(rec, RUN + ZfcpDbfRecRunning.REC_STATUS.offset(), status);
        TraceRecord.putShort(rec, RUN + ZfcpDbfRecRunning.REC_STEP.offset(), step);
        TraceRecord.putByte(rec, RUN + ZfcpDbfRecRunning.REC_ACTION.offset(), action);
        TraceRecord.putByte(rec, RUN + ZfcpDbfRecRunning.REC_COUNT.offset(), count);
    }
}
