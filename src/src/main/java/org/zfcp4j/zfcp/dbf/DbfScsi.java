// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.dbf;

import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_INVALID_LUN;
import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_PAY_MAX_REC;
import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_SCSI_CMND;
import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_SCSI_OPCODE;

import java.util.Arrays;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.dbf.ZfcpDbfScsi;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcpResp;
import org.zfcp4j.layout.fc.FcpRespExt;
import org.zfcp4j.layout.fc.FcpRespRspInfo;
import org.zfcp4j.layout.fc.FcpRespWithExt;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomIo;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Dbf;
import org.zfcp4j.zfcp.def.FsfReq;

/**
 * Trace of SCSI, area {@code scsi}: completed commands, error handling, task management. Any context; no allocation on the
 * way of a command.
 */
public final class DbfScsi {
    private static final int OPCODE = (int) ZfcpDbfScsi.SCSI_OPCODE.offset();

    private DbfScsi() {
    }

    /** {@code _zfcp_dbf_scsi}. */
    @LinuxSource("zfcp_dbf.h:_zfcp_dbf_scsi")
    private static void scsi(String tag, int level, ScsiCmnd scmd, FsfReq req) {
        Adapter adapter = (Adapter) scmd.device.host.hostdata;

        if (adapter.dbf.scsi.levelEnabled(level)) {
            scsiCommon(tag, level, scmd.device, scmd, req);
        }
    }

    /** {@code zfcp_dbf_scsi_result}: a command completed, at a level that says how. */
    @LinuxSource("zfcp_dbf.h:zfcp_dbf_scsi_result")
    public static void scsiResult(ScsiCmnd scmd, FsfReq req) {
        if (scmd.result != 0) {
            scsi("rsl_err", 3, scmd, req);
        } else if (scmd.retries > 0) {
            scsi("rsl_ret", 4, scmd, req);
        } else {
            scsi("rsl_nor", 6, scmd, req);
        }
    }

    /** {@code zfcp_dbf_scsi_fail_send}: a command was given back without being sent. */
    @LinuxSource("zfcp_dbf.h:zfcp_dbf_scsi_fail_send")
    public static void scsiFailSend(ScsiCmnd scmd) {
        scsi("rsl_fai", 4, scmd, null);
    }

    /**
     * {@code zfcp_dbf_scsi_abort}: a step of aborting {@code scmd}.
     *
     * @param fsfReq the abort request, or null
     */
    @LinuxSource("zfcp_dbf.h:zfcp_dbf_scsi_abort")
    public static void scsiAbort(String tag, ScsiCmnd scmd, FsfReq fsfReq) {
        scsi(tag, 1, scmd, fsfReq);
    }

    /**
     * {@code zfcp_dbf_scsi_devreset}: a step of a LUN or target reset.
     *
     * @param tag four characters; which reset it was goes in front of them
     * @param flag FCP_TMF_TGT_RESET or FCP_TMF_LUN_RESET
     * @param fsfReq the task management request, or null
     */
    @LinuxSource("zfcp_dbf.h:zfcp_dbf_scsi_devreset")
    public static void scsiDevreset(String tag, ScsiDevice sdev, int flag, FsfReq fsfReq) {
        final int level = 1;
        Adapter adapter = (Adapter) sdev.host.hostdata;

        if (!adapter.dbf.scsi.levelEnabled(level)) {
            return;
        }
        String prefix = flag == FcConstants.FCP_TMF_TGT_RESET ? "tr_" : "lr_";
        scsiCommon(prefix + tag, level, sdev, null, fsfReq);
    }

    /** {@code zfcp_dbf_scsi_nullcmnd}: a reset took the command away from the request that carried it. */
    @LinuxSource("zfcp_dbf.h:zfcp_dbf_scsi_nullcmnd")
    public static void scsiNullcmnd(ScsiCmnd scmnd, FsfReq fsfReq) {
        scsi("scfc__1", 3, scmnd, fsfReq);
    }

    /**
     * {@code zfcp_dbf_scsi_common}: a record about a command or a task management function.
     *
     * @param sc the command; null for task management
     * @param fsf the request, whose FCP response is recorded, or null
     */
    @LinuxSource("zfcp_dbf.c:zfcp_dbf_scsi_common")
    public static void scsiCommon(String tag, int level, ScsiDevice sdev, ScsiCmnd sc, FsfReq fsf) {
        Adapter adapter = (Adapter) sdev.host.hostdata;
        Dbf dbf = adapter.dbf;
        byte[] rec = dbf.scsiBuf;

        dbf.scsiLock.lockIrq();
        TraceRecord.clear(rec);

        TraceRecord.putTag(rec, ZfcpDbfScsi.TAG.offset(), tag);
        TraceRecord.putByte(rec, ZfcpDbfScsi.ID.offset(), ZFCP_DBF_SCSI_CMND);
        if (sc != null) {
            putResult(rec, sc.result, sc.retries, sc.allowed);
            putDevice(rec, sc.device.id, sc.device.lun);
            TraceRecord.putLong(rec, ZfcpDbfScsi.HOST_SCRIBBLE.offset(), sc.hostScribble);
            System.arraycopy(sc.cmnd, 0, rec, OPCODE, Math.min(sc.cmdLen, ZFCP_DBF_SCSI_OPCODE));
        } else {
            putResult(rec, ~0, ~0, ~0);
            putDevice(rec, sdev.id, sdev.lun);
            TraceRecord.putLong(rec, ZfcpDbfScsi.HOST_SCRIBBLE.offset(), ~0L);
            Arrays.fill(rec, OPCODE, OPCODE + ZFCP_DBF_SCSI_OPCODE, (byte) 0xff);
        }
        if (fsf != null) {
            putResponse(rec, adapter, dbf, fsf);
        }
        dbf.scsi.event(level, adapter.module.kernel.todClock(), rec, ZfcpDbfScsi.SIZE);
        dbf.scsiLock.unlockIrq();
    }

    private static void putResult(byte[] rec, int result, int retries, int allowed) {
        TraceRecord.putInt(rec, ZfcpDbfScsi.SCSI_RESULT.offset(), result);
        TraceRecord.putByte(rec, ZfcpDbfScsi.SCSI_RETRIES.offset(), retries);
        TraceRecord.putByte(rec, ZfcpDbfScsi.SCSI_ALLOWED.offset(), allowed);
    }

    /** The upper half of the LUN has its place at the end of the record, for readers of the older format. */
    private static void putDevice(byte[] rec, int id, long lun) {
        TraceRecord.putInt(rec, ZfcpDbfScsi.SCSI_ID.offset(), id);
        TraceRecord.putInt(rec, ZfcpDbfScsi.SCSI_LUN.offset(), (int) lun);
        TraceRecord.putInt(rec, ZfcpDbfScsi.SCSI_LUN_64_HI.offset(), (int) (lun >>> 32));
    }

    private static void putResponse(byte[] rec, Adapter adapter, Dbf dbf, FsfReq fsf) {
        long fcpRsp = FsfQtcbBottomIo.FCP_RSP_IU.at(FsfQtcbBottom.IO.at(FsfQtcb.BOTTOM.at(fsf.qtcb)));
        int flags = FcpResp.FR_FLAGS.get(FcpRespWithExt.RESP.at(fcpRsp));
        int plLen = FcConstants.FCP_RESP_WITH_EXT;

        TraceRecord.putLong(rec, ZfcpDbfScsi.FSF_REQ_ID.offset(), fsf.reqId);
        Memory.get(fcpRsp, rec, (int) ZfcpDbfScsi.FCP_RSP.offset(), FcConstants.FCP_RESP_WITH_EXT);
        if ((flags & FcConstants.FCP_RSP_LEN_VAL) != 0) {
            TraceRecord.putByte(rec, ZfcpDbfScsi.FCP_RSP_INFO.offset(), FcpRespRspInfo.RSP_CODE.get(fcpRsp + FcpRespWithExt.SIZE));
            plLen += FcpRespExt.FR_RSP_LEN.get(FcpRespWithExt.EXT.at(fcpRsp));
        }
        if ((flags & FcConstants.FCP_SNS_LEN_VAL) != 0) {
            plLen += FcpRespExt.FR_SNS_LEN.get(FcpRespWithExt.EXT.at(fcpRsp));
        }
        plLen &= 0xffff;
        TraceRecord.putShort(rec, ZfcpDbfScsi.PL_LEN.offset(), plLen);
        if (flags != 0) {
            // At least a full payload record, at most what the channel has for the response.
            int length = Math.min(Math.max(plLen, ZFCP_DBF_PAY_MAX_REC), FsfConstants.FSF_FCP_RSP_SIZE);
            Payload.plWrite(adapter.module.kernel, dbf, fcpRsp, length, length, "fcp_riu", fsf.reqId);
        }
    }

    /**
     * {@code zfcp_dbf_scsi_eh}: the end of an error handler that has neither command nor device.
     *
     * @param scsiId of the target concerned
     * @param ret what the handler returns
     */
    @LinuxSource("zfcp_dbf.c:zfcp_dbf_scsi_eh")
    public static void scsiEh(String tag, Adapter adapter, int scsiId, int ret) {
        final int level = 1;
        Dbf dbf = adapter.dbf;
        byte[] rec = dbf.scsiBuf;

        if (!dbf.scsi.levelEnabled(level)) {
            return;
        }
        dbf.scsiLock.lockIrq();
        TraceRecord.clear(rec);

        TraceRecord.putTag(rec, ZfcpDbfScsi.TAG.offset(), tag);
        TraceRecord.putByte(rec, ZfcpDbfScsi.ID.offset(), ZFCP_DBF_SCSI_CMND);
        putResult(rec, ret, ~0, ~0);
        TraceRecord.putByte(rec, ZfcpDbfScsi.FCP_RSP_INFO.offset(), ~0);
        putDevice(rec, scsiId, ZFCP_DBF_INVALID_LUN);
        TraceRecord.putLong(rec, ZfcpDbfScsi.HOST_SCRIBBLE.offset(), ~0L);
        Arrays.fill(rec, OPCODE, OPCODE + ZFCP_DBF_SCSI_OPCODE, (byte) 0xff);

        dbf.scsi.event(level, adapter.module.kernel.todClock(), rec, ZfcpDbfScsi.SIZE);
        dbf.scsiLock.unlockIrq();
    }
}
