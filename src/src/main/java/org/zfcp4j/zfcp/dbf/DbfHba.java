// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.dbf;

import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_HBA_BASIC;
import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_HBA_BIT;
import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_HBA_FCES;
import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_HBA_RES;
import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_HBA_USS;
import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_PAY_MAX_REC;

import java.util.Arrays;
import org.zfcp4j.kernel.LinuxSource;
import org.zfcp4j.kernel.scsi.ScsiConstants;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.dbf.ZfcpDbfHba;
import org.zfcp4j.layout.dbf.ZfcpDbfHbaFces;
import org.zfcp4j.layout.dbf.ZfcpDbfHbaRes;
import org.zfcp4j.layout.dbf.ZfcpDbfHbaUss;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcpResp;
import org.zfcp4j.layout.fc.FcpRespWithExt;
import org.zfcp4j.layout.fsf.FsfBitErrorPayload;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomIo;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfQtcbPrefix;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Dbf;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ZfcpStatus;

/**
 * Trace of the channel, area {@code hba}: completed requests, unsolicited status, device events. Any context; no allocation.
 */
public final class DbfHba {
    private static final long RES = ZfcpDbfHba.OFFSET_RES;
    private static final long USS = ZfcpDbfHba.OFFSET_USS;
    private static final long FCES = ZfcpDbfHba.OFFSET_FCES;

    private DbfHba() {
    }

    /** {@code zfcp_dbf_hba_fsf_res}: a completed request, with the channel's log as payload. */
    @LinuxSource("zfcp_dbf.c:zfcp_dbf_hba_fsf_res")
    public static void hbaFsfRes(String tag, int level, FsfReq req) {
        Adapter adapter = req.adapter;
        Dbf dbf = adapter.dbf;
        long qPref = FsfQtcb.prefix(req.qtcb);
        long qHead = FsfQtcb.header(req.qtcb);
        byte[] rec = dbf.hbaBuf;

        dbf.hbaLock.lockIrq();
        putCommon(rec, tag, ZFCP_DBF_HBA_RES, req, FsfQtcbHeader.fsfCommand(qHead));
        TraceRecord.putInt(rec, ZfcpDbfHba.OFFSET_FSF_SEQ_NO, FsfQtcbPrefix.reqSeqNo(qPref));
        TraceRecord.putLong(rec, RES + ZfcpDbfHbaRes.OFFSET_REQ_ISSUED, req.issued);
        TraceRecord.putInt(rec, RES + ZfcpDbfHbaRes.OFFSET_PROT_STATUS, FsfQtcbPrefix.protStatus(qPref));
        TraceRecord.putInt(rec, RES + ZfcpDbfHbaRes.OFFSET_FSF_STATUS, FsfQtcbHeader.fsfStatus(qHead));
        TraceRecord.putInt(rec, RES + ZfcpDbfHbaRes.OFFSET_PORT_HANDLE, FsfQtcbHeader.portHandle(qHead));
        TraceRecord.putInt(rec, RES + ZfcpDbfHbaRes.OFFSET_LUN_HANDLE, FsfQtcbHeader.lunHandle(qHead));
        Memory.get(FsfQtcbPrefix.protStatusQual(qPref), rec, (int) (RES + ZfcpDbfHbaRes.OFFSET_PROT_STATUS_QUAL),
                FsfConstants.FSF_PROT_STATUS_QUAL_SIZE);
        Memory.get(FsfQtcbHeader.fsfStatusQual(qHead), rec, (int) (RES + ZfcpDbfHbaRes.OFFSET_FSF_STATUS_QUAL),
                FsfConstants.FSF_STATUS_QUALIFIER_SIZE);

        int plLen = FsfQtcbHeader.logLength(qHead) & 0xffff;
        TraceRecord.putShort(rec, ZfcpDbfHba.OFFSET_PL_LEN, plLen);
        long logStart = Integer.toUnsignedLong(FsfQtcbHeader.logStart(qHead));
        Payload.plWrite(adapter.module.kernel, dbf, qPref + logStart, plLen, FsfQtcb.SIZE - logStart, "fsf_res",
                req.reqId);

        dbf.hba.event(level, adapter.module.kernel.todClock(), rec, ZfcpDbfHba.SIZE);
        dbf.hbaLock.unlockIrq();
    }

    /** What the records about a request have in common. */
    private static void putCommon(byte[] rec, String tag, int id, FsfReq req, int fsfCmd) {
        TraceRecord.clear(rec);
        TraceRecord.putTag(rec, ZfcpDbfHba.OFFSET_TAG, tag);
        TraceRecord.putByte(rec, ZfcpDbfHba.OFFSET_ID, id);
        TraceRecord.putLong(rec, ZfcpDbfHba.OFFSET_FSF_REQ_ID, req.reqId);
        TraceRecord.putInt(rec, ZfcpDbfHba.OFFSET_FSF_REQ_STATUS, req.status);
        TraceRecord.putInt(rec, ZfcpDbfHba.OFFSET_FSF_CMD, fsfCmd);
    }

    /**
     * {@code zfcp_dbf_hba_fsf_fces}: FC Endpoint Security of the device or of a connection changed.
     *
     * @param wwpn of the remote port, or ZFCP_DBF_INVALID_WWPN
     */
    @LinuxSource("zfcp_dbf.c:zfcp_dbf_hba_fsf_fces")
    public static void hbaFsfFces(String tag, FsfReq req, long wwpn, int fcSecurityOld, int fcSecurityNew) {
        final int level = 3;
        Adapter adapter = req.adapter;
        Dbf dbf = adapter.dbf;
        long qPref = FsfQtcb.prefix(req.qtcb);
        long qHead = FsfQtcb.header(req.qtcb);
        byte[] rec = dbf.hbaBuf;

        if (!dbf.hba.levelEnabled(level)) {
            return;
        }
        dbf.hbaLock.lockIrq();
        putCommon(rec, tag, ZFCP_DBF_HBA_FCES, req, FsfQtcbHeader.fsfCommand(qHead));
        TraceRecord.putInt(rec, ZfcpDbfHba.OFFSET_FSF_SEQ_NO, FsfQtcbPrefix.reqSeqNo(qPref));
        TraceRecord.putLong(rec, FCES + ZfcpDbfHbaFces.OFFSET_REQ_ISSUED, req.issued);
        TraceRecord.putInt(rec, FCES + ZfcpDbfHbaFces.OFFSET_FSF_STATUS, FsfQtcbHeader.fsfStatus(qHead));
        TraceRecord.putInt(rec, FCES + ZfcpDbfHbaFces.OFFSET_PORT_HANDLE, FsfQtcbHeader.portHandle(qHead));
        TraceRecord.putLong(rec, FCES + ZfcpDbfHbaFces.OFFSET_WWPN, wwpn);
        TraceRecord.putInt(rec, FCES + ZfcpDbfHbaFces.OFFSET_FC_SECURITY_OLD, fcSecurityOld);
        TraceRecord.putInt(rec, FCES + ZfcpDbfHbaFces.OFFSET_FC_SECURITY_NEW, fcSecurityNew);

        dbf.hba.event(level, adapter.module.kernel.todClock(), rec, ZfcpDbfHba.SIZE);
        dbf.hbaLock.unlockIrq();
    }

    /**
     * {@code zfcp_dbf_hba_fsf_reqid}: a request of which nothing is known but its id. What the record would have of the request is
     * all ones.
     */
    @LinuxSource(value = "zfcp_dbf.c:zfcp_dbf_hba_fsf_reqid", level = "7.1")
    public static void hbaFsfReqid(String tag, int level, Adapter adapter, long reqId) {
        Dbf dbf = adapter.dbf;
        byte[] rec = dbf.hbaBuf;

        if (!dbf.hba.levelEnabled(level)) {
            return;
        }
        dbf.hbaLock.lockIrq();
        TraceRecord.clear(rec);

        TraceRecord.putTag(rec, ZfcpDbfHba.OFFSET_TAG, tag);
        TraceRecord.putByte(rec, ZfcpDbfHba.OFFSET_ID, ZFCP_DBF_HBA_RES);
        TraceRecord.putLong(rec, ZfcpDbfHba.OFFSET_FSF_REQ_ID, reqId);
        TraceRecord.putInt(rec, ZfcpDbfHba.OFFSET_FSF_REQ_STATUS, ~0);
        TraceRecord.putInt(rec, ZfcpDbfHba.OFFSET_FSF_CMD, ~0);
        TraceRecord.putInt(rec, ZfcpDbfHba.OFFSET_FSF_SEQ_NO, ~0);

        TraceRecord.putLong(rec, RES + ZfcpDbfHbaRes.OFFSET_REQ_ISSUED, ~0L);
        TraceRecord.putInt(rec, RES + ZfcpDbfHbaRes.OFFSET_PROT_STATUS, ~0);
        ones(rec, RES + ZfcpDbfHbaRes.OFFSET_PROT_STATUS_QUAL, FsfConstants.FSF_PROT_STATUS_QUAL_SIZE);
        TraceRecord.putInt(rec, RES + ZfcpDbfHbaRes.OFFSET_FSF_STATUS, ~0);
        ones(rec, RES + ZfcpDbfHbaRes.OFFSET_FSF_STATUS_QUAL, FsfConstants.FSF_STATUS_QUALIFIER_SIZE);
        TraceRecord.putInt(rec, RES + ZfcpDbfHbaRes.OFFSET_PORT_HANDLE, ~0);
        TraceRecord.putInt(rec, RES + ZfcpDbfHbaRes.OFFSET_LUN_HANDLE, ~0);

        dbf.hba.event(level, adapter.module.kernel.todClock(), rec, ZfcpDbfHba.SIZE);
        dbf.hbaLock.unlockIrq();
    }

    private static void ones(byte[] rec, long offset, int length) {
        Arrays.fill(rec, (int) offset, (int) offset + length, (byte) ~0);
    }

    /** {@code zfcp_dbf_hba_fsf_uss}: a status read request; without a buffer only the request is recorded. */
    @LinuxSource("zfcp_dbf.c:zfcp_dbf_hba_fsf_uss")
    public static void hbaFsfUss(String tag, FsfReq req) {
        final int level = 2;
        Adapter adapter = req.adapter;
        Dbf dbf = adapter.dbf;
        byte[] rec = dbf.hbaBuf;

        if (!dbf.hba.levelEnabled(level)) {
            return;
        }
        dbf.hbaLock.lockIrq();
        putCommon(rec, tag, ZFCP_DBF_HBA_USS, req, ZfcpStatus.FSF_QTCB_UNSOLICITED_STATUS);
        if (req.srb != 0) {
            putUss(rec, adapter, dbf, req.srb, req.reqId);
        }
        dbf.hba.event(level, adapter.module.kernel.todClock(), rec, ZfcpDbfHba.SIZE);
        dbf.hbaLock.unlockIrq();
    }

    private static void putUss(byte[] rec, Adapter adapter, Dbf dbf, long srb, long reqId) {
        TraceRecord.putInt(rec, USS + ZfcpDbfHbaUss.OFFSET_STATUS_TYPE, FsfStatusReadBuffer.statusType(srb));
        TraceRecord.putInt(rec, USS + ZfcpDbfHbaUss.OFFSET_STATUS_SUBTYPE, FsfStatusReadBuffer.statusSubtype(srb));
        TraceRecord.putInt(rec, USS + ZfcpDbfHbaUss.OFFSET_D_ID, FsfStatusReadBuffer.dId(srb));
        TraceRecord.putLong(rec, USS + ZfcpDbfHbaUss.OFFSET_LUN, FsfStatusReadBuffer.fcpLun(srb));
        Memory.get(FsfStatusReadBuffer.queueDesignator(srb), rec,
                (int) (USS + ZfcpDbfHbaUss.OFFSET_QUEUE_DESIGNATOR), Long.BYTES);

        int length = FsfStatusReadBuffer.length(srb);
        // 16 bits: a length that does not even cover the header wraps around, and is recorded so.
        int plLen = length == 0 ? 0 : length - (int) FsfStatusReadBuffer.OFFSET_PAYLOAD & 0xffff;
        TraceRecord.putShort(rec, ZfcpDbfHba.OFFSET_PL_LEN, plLen);
        if (plLen != 0) {
            Payload.plWrite(adapter.module.kernel, dbf, FsfStatusReadBuffer.payloadData(srb), plLen,
                    FsfStatusReadBuffer.LENGTH_PAYLOAD_DATA, "fsf_uss", reqId);
        }
    }

    /** {@code zfcp_dbf_hba_bit_err}: the channel's bit error counters crossed their threshold. */
    @LinuxSource("zfcp_dbf.c:zfcp_dbf_hba_bit_err")
    public static void hbaBitErr(String tag, FsfReq req) {
        final int level = 1;
        Adapter adapter = req.adapter;
        Dbf dbf = adapter.dbf;
        byte[] rec = dbf.hbaBuf;

        if (!dbf.hba.levelEnabled(level)) {
            return;
        }
        dbf.hbaLock.lockIrq();
        putCommon(rec, tag, ZFCP_DBF_HBA_BIT, req, ZfcpStatus.FSF_QTCB_UNSOLICITED_STATUS);
        Memory.get(FsfStatusReadBuffer.payloadBitError(req.srb), rec, (int) ZfcpDbfHba.OFFSET_BE,
                FsfBitErrorPayload.SIZE);

        dbf.hba.event(level, adapter.module.kernel.todClock(), rec, ZfcpDbfHba.SIZE);
        dbf.hbaLock.unlockIrq();
    }

    /**
     * {@code zfcp_dbf_hba_def_err}: the SBALs of a response that the channel signalled as an error, to the payload area.
     *
     * @param reqId request that the channel names
     * @param scount number of SBALs
     * @param pl their addresses; the first 0 ends them
     */
    @LinuxSource("zfcp_dbf.c:zfcp_dbf_hba_def_err")
    public static void hbaDefErr(Adapter adapter, long reqId, int scount, long[] pl) {
        final int level = 1;
        Dbf dbf = adapter.dbf;

        if (!dbf.pay.levelEnabled(level)) {
            return;
        }
        if (pl == null) {
            return;
        }
        dbf.payLock.lockIrq();
        Payload.begin(dbf.payBuf, "def_err", reqId);
        int length = Math.min(QdioBuffer.SIZE, ZFCP_DBF_PAY_MAX_REC);
        for (int counter = 0; counter < scount && pl[counter] != 0; counter++) {
            Payload.write(adapter.module.kernel, dbf, counter, pl[counter], length);
        }
        dbf.payLock.unlockIrq();
    }

    /** {@code zfcp_dbf_hba_basic}: an event of the device that has nothing but a tag. */
    @LinuxSource(value = "zfcp_dbf.c:zfcp_dbf_hba_basic", level = "5.10")
    public static void hbaBasic(String tag, Adapter adapter) {
        final int level = 1;
        Dbf dbf = adapter.dbf;
        byte[] rec = dbf.hbaBuf;

        if (!dbf.hba.levelEnabled(level)) {
            return;
        }
        dbf.hbaLock.lockIrq();
        TraceRecord.clear(rec);

        TraceRecord.putTag(rec, ZfcpDbfHba.OFFSET_TAG, tag);
        TraceRecord.putByte(rec, ZfcpDbfHba.OFFSET_ID, ZFCP_DBF_HBA_BASIC);

        dbf.hba.event(level, adapter.module.kernel.todClock(), rec, ZfcpDbfHba.SIZE);
        dbf.hbaLock.unlockIrq();
    }

    /**
     * {@code zfcp_dbf_hba_fsf_resp_suppress}: true for a good FCP response whose only news is a residual underrun, which is
     * too common to trace as an error.
     */
    @LinuxSource("zfcp_dbf.h:zfcp_dbf_hba_fsf_resp_suppress")
    private static boolean hbaFsfRespSuppress(FsfReq req) {
        long qtcb = req.qtcb;
        if (FsfQtcbPrefix.qtcbType(FsfQtcb.prefix(qtcb)) != FsfConstants.FSF_IO_COMMAND) {
            return false;
        }
        long fcpRsp = FcpRespWithExt.resp(FsfQtcbBottomIo.fcpRspIu(FsfQtcbBottom.io(FsfQtcb.bottom(qtcb))));
        return FsfQtcbHeader.fsfStatus(FsfQtcb.header(qtcb)) == FsfConstants.FSF_FCP_RSP_AVAILABLE
                && FcpResp.frFlags(fcpRsp) == FcConstants.FCP_RESID_UNDER
                && FcpResp.frStatus(fcpRsp) == ScsiConstants.SAM_STAT_GOOD;
    }

    /** {@code zfcp_dbf_hba_fsf_resp}. */
    @LinuxSource("zfcp_dbf.h:zfcp_dbf_hba_fsf_resp")
    private static void hbaFsfResp(String tag, int level, FsfReq req) {
        if (req.adapter.dbf.hba.levelEnabled(level)) {
            hbaFsfRes(tag, level, req);
        }
    }

    /** {@code zfcp_dbf_hba_fsf_response}: a completed request, at a level that says how it went. */
    @LinuxSource("zfcp_dbf.h:zfcp_dbf_hba_fsf_response")
    public static void hbaFsfResponse(FsfReq req) {
        long qHead = FsfQtcb.header(req.qtcb);
        int protStatus = FsfQtcbPrefix.protStatus(FsfQtcb.prefix(req.qtcb));
        int fsfCommand = FsfQtcbHeader.fsfCommand(qHead);

        if ((req.status & (ZfcpStatus.ZFCP_STATUS_FSFREQ_DISMISSED | ZfcpStatus.ZFCP_STATUS_FSFREQ_ERROR)) != 0) {
            hbaFsfResp("fs_rerr", 3, req);
        } else if (protStatus != FsfConstants.FSF_PROT_GOOD
                && protStatus != FsfConstants.FSF_PROT_FSF_STATUS_PRESENTED) {
            hbaFsfResp("fs_perr", 1, req);
        } else if (FsfQtcbHeader.fsfStatus(qHead) != FsfConstants.FSF_GOOD) {
            hbaFsfResp("fs_ferr", hbaFsfRespSuppress(req) ? 5 : 1, req);
        } else if (fsfCommand == FsfConstants.FSF_QTCB_OPEN_PORT_WITH_DID
                || fsfCommand == FsfConstants.FSF_QTCB_OPEN_LUN) {
            hbaFsfResp("fs_open", 4, req);
        } else if (FsfQtcbHeader.logLength(qHead) != 0) {
            hbaFsfResp("fs_qtcb", 5, req);
        } else {
            hbaFsfResp("fs_norm", 6, req);
        }
    }
}
