// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.dbf;

import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_HBA_BASIC;
import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_HBA_BIT;
import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_HBA_FCES;
import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_HBA_RES;
import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_HBA_USS;
import static org.zfcp4j.layout.dbf.DbfConstants.ZFCP_DBF_PAY_MAX_REC;

import java.util.Arrays;
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
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Dbf;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ZfcpStatus;

/**
 * Trace of the channel, area {@code hba}: completed requests, unsolicited status, device events. Any context; no allocation.
 */
public final class DbfHba {
    private static final long RES = ZfcpDbfHba.RES.offset();
    private static final long USS = ZfcpDbfHba.USS.offset();
    private static final long FCES = ZfcpDbfHba.FCES.offset();

    private DbfHba() {
    }

    /** {@code zfcp_dbf_hba_fsf_res}: a completed request, with the channel's log as payload. */
    @LinuxSource("zfcp_dbf.c:zfcp_dbf_hba_fsf_res")
    public static void hbaFsfRes(String tag, int level, FsfReq req) {
        Adapter adapter = req.adapter;
        Dbf dbf = adapter.dbf;
        long qPref = FsfQtcb.PREFIX.at(req.qtcb);
        long qHead = FsfQtcb.HEADER.at(req.qtcb);
        byte[] rec = dbf.hbaBuf;

        dbf.hbaLock.lockIrq();
        putCommon(rec, tag, ZFCP_DBF_HBA_RES, req, FsfQtcbHeader.FSF_COMMAND.get(qHead));
        TraceRecord.putInt(rec, ZfcpDbfHba.FSF_SEQ_NO.offset(), FsfQtcbPrefix.REQ_SEQ_NO.get(qPref));
        TraceRecord.putLong(rec, RES + ZfcpDbfHbaRes.REQ_ISSUED.offset(), req.issued);
        TraceRecord.putInt(rec, RES + ZfcpDbfHbaRes.PROT_STATUS.offset(), FsfQtcbPrefix.PROT_STATUS.get(qPref));
        TraceRecord.putInt(rec, RES + ZfcpDbfHbaRes.FSF_STATUS.offset(), FsfQtcbHeader.FSF_STATUS.get(qHead));
        TraceRecord.putInt(rec, RES + ZfcpDbfHbaRes.PORT_HANDLE.offset(), FsfQtcbHeader.PORT_HANDLE.get(qHead));
        TraceRecord.putInt(rec, RES + ZfcpDbfHbaRes.LUN_HANDLE.offset(), FsfQtcbHeader.LUN_HANDLE.get(qHead));
        Memory.get(FsfQtcbPrefix.PROT_STATUS_QUAL.at(qPref), rec, (int) (RES + ZfcpDbfHbaRes.PROT_STATUS_QUAL.offset()),
                FsfConstants.FSF_PROT_STATUS_QUAL_SIZE);
        Memory.get(FsfQtcbHeader.FSF_STATUS_QUAL.at(qHead), rec, (int) (RES + ZfcpDbfHbaRes.FSF_STATUS_QUAL.offset()),
                FsfConstants.FSF_STATUS_QUALIFIER_SIZE);

        int plLen = FsfQtcbHeader.LOG_LENGTH.get(qHead) & 0xffff;
        TraceRecord.putShort(rec, ZfcpDbfHba.PL_LEN.offset(), plLen);
        long logStart = Integer.toUnsignedLong(FsfQtcbHeader.LOG_START.get(qHead));
        Payload.plWrite(adapter.module.kernel, dbf, qPref + logStart, plLen, FsfQtcb.SIZE - logStart, "fsf_res",
                req.reqId);

        dbf.hba.event(level, adapter.module.kernel.todClock(), rec, ZfcpDbfHba.SIZE);
        dbf.hbaLock.unlockIrq();
    }

    /** What the records about a request have in common. */
    private static void putCommon(byte[] rec, String tag, int id, FsfReq req, int fsfCmd) {
        TraceRecord.clear(rec);
        TraceRecord.putTag(rec, ZfcpDbfHba.TAG.offset(), tag);
        TraceRecord.putByte(rec, ZfcpDbfHba.ID.offset(), id);
        TraceRecord.putLong(rec, ZfcpDbfHba.FSF_REQ_ID.offset(), req.reqId);
        TraceRecord.putInt(rec, ZfcpDbfHba.FSF_REQ_STATUS.offset(), req.status);
        TraceRecord.putInt(rec, ZfcpDbfHba.FSF_CMD.offset(), fsfCmd);
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
        long qPref = FsfQtcb.PREFIX.at(req.qtcb);
        long qHead = FsfQtcb.HEADER.at(req.qtcb);
        byte[] rec = dbf.hbaBuf;

        if (!dbf.hba.levelEnabled(level)) {
            return;
        }
        dbf.hbaLock.lockIrq();
        putCommon(rec, tag, ZFCP_DBF_HBA_FCES, req, FsfQtcbHeader.FSF_COMMAND.get(qHead));
        TraceRecord.putInt(rec, ZfcpDbfHba.FSF_SEQ_NO.offset(), FsfQtcbPrefix.REQ_SEQ_NO.get(qPref));
        TraceRecord.putLong(rec, FCES + ZfcpDbfHbaFces.REQ_ISSUED.offset(), req.issued);
        TraceRecord.putInt(rec, FCES + ZfcpDbfHbaFces.FSF_STATUS.offset(), FsfQtcbHeader.FSF_STATUS.get(qHead));
        TraceRecord.putInt(rec, FCES + ZfcpDbfHbaFces.PORT_HANDLE.offset(), FsfQtcbHeader.PORT_HANDLE.get(qHead));
        TraceRecord.putLong(rec, FCES + ZfcpDbfHbaFces.WWPN.offset(), wwpn);
        TraceRecord.putInt(rec, FCES + ZfcpDbfHbaFces.FC_SECURITY_OLD.offset(), fcSecurityOld);
        TraceRecord.putInt(rec, FCES + ZfcpDbfHbaFces.FC_SECURITY_NEW.offset(), fcSecurityNew);

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

        TraceRecord.putTag(rec, ZfcpDbfHba.TAG.offset(), tag);
        TraceRecord.putByte(rec, ZfcpDbfHba.ID.offset(), ZFCP_DBF_HBA_RES);
        TraceRecord.putLong(rec, ZfcpDbfHba.FSF_REQ_ID.offset(), reqId);
        TraceRecord.putInt(rec, ZfcpDbfHba.FSF_REQ_STATUS.offset(), ~0);
        TraceRecord.putInt(rec, ZfcpDbfHba.FSF_CMD.offset(), ~0);
        TraceRecord.putInt(rec, ZfcpDbfHba.FSF_SEQ_NO.offset(), ~0);

        TraceRecord.putLong(rec, RES + ZfcpDbfHbaRes.REQ_ISSUED.offset(), ~0L);
        TraceRecord.putInt(rec, RES + ZfcpDbfHbaRes.PROT_STATUS.offset(), ~0);
        ones(rec, RES + ZfcpDbfHbaRes.PROT_STATUS_QUAL.offset(), FsfConstants.FSF_PROT_STATUS_QUAL_SIZE);
        TraceRecord.putInt(rec, RES + ZfcpDbfHbaRes.FSF_STATUS.offset(), ~0);
        ones(rec, RES + ZfcpDbfHbaRes.FSF_STATUS_QUAL.offset(), FsfConstants.FSF_STATUS_QUALIFIER_SIZE);
        TraceRecord.putInt(rec, RES + ZfcpDbfHbaRes.PORT_HANDLE.offset(), ~0);
        TraceRecord.putInt(rec, RES + ZfcpDbfHbaRes.LUN_HANDLE.offset(), ~0);

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
        TraceRecord.putInt(rec, USS + ZfcpDbfHbaUss.STATUS_TYPE.offset(), FsfStatusReadBuffer.STATUS_TYPE.get(srb));
        TraceRecord.putInt(rec, USS + ZfcpDbfHbaUss.STATUS_SUBTYPE.offset(), FsfStatusReadBuffer.STATUS_SUBTYPE.get(srb));
        TraceRecord.putInt(rec, USS + ZfcpDbfHbaUss.D_ID.offset(), FsfStatusReadBuffer.D_ID.get(srb));
        TraceRecord.putLong(rec, USS + ZfcpDbfHbaUss.LUN.offset(), FsfStatusReadBuffer.FCP_LUN.get(srb));
        Memory.get(FsfStatusReadBuffer.QUEUE_DESIGNATOR.at(srb), rec,
                (int) (USS + ZfcpDbfHbaUss.QUEUE_DESIGNATOR.offset()), Long.BYTES);

        int length = FsfStatusReadBuffer.LENGTH.get(srb);
        // 16 bits: a length that does not even cover the header wraps around, and is recorded so.
        int plLen = length == 0 ? 0 : length - (int) FsfStatusReadBuffer.PAYLOAD.offset() & 0xffff;
        TraceRecord.putShort(rec, ZfcpDbfHba.PL_LEN.offset(), plLen);
        if (plLen != 0) {
            Payload.plWrite(adapter.module.kernel, dbf, FsfStatusReadBuffer.PAYLOAD_DATA.at(srb), plLen,
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
        Memory.get(FsfStatusReadBuffer.PAYLOAD_BIT_ERROR.at(req.srb), rec, (int) ZfcpDbfHba.BE.offset(),
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

        TraceRecord.putTag(rec, ZfcpDbfHba.TAG.offset(), tag);
        TraceRecord.putByte(rec, ZfcpDbfHba.ID.offset(), ZFCP_DBF_HBA_BASIC);

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
        if (FsfQtcbPrefix.QTCB_TYPE.get(FsfQtcb.PREFIX.at(qtcb)) != FsfConstants.FSF_IO_COMMAND) {
            return false;
        }
        long fcpRsp = FcpRespWithExt.RESP.at(FsfQtcbBottomIo.FCP_RSP_IU.at(FsfQtcbBottom.IO.at(FsfQtcb.BOTTOM.at(qtcb))));
        return FsfQtcbHeader.FSF_STATUS.get(FsfQtcb.HEADER.at(qtcb)) == FsfConstants.FSF_FCP_RSP_AVAILABLE
                && FcpResp.FR_FLAGS.get(fcpRsp) == FcConstants.FCP_RESID_UNDER
                && FcpResp.FR_STATUS.get(fcpRsp) == ScsiConstants.SAM_STAT_GOOD;
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
        long qHead = FsfQtcb.HEADER.at(req.qtcb);
        int protStatus = FsfQtcbPrefix.PROT_STATUS.get(FsfQtcb.PREFIX.at(req.qtcb));
        int fsfCommand = FsfQtcbHeader.FSF_COMMAND.get(qHead);

        if ((req.status & (ZfcpStatus.ZFCP_STATUS_FSFREQ_DISMISSED | ZfcpStatus.ZFCP_STATUS_FSFREQ_ERROR)) != 0) {
            hbaFsfResp("fs_rerr", 3, req);
        } else if (protStatus != FsfConstants.FSF_PROT_GOOD
                && protStatus != FsfConstants.FSF_PROT_FSF_STATUS_PRESENTED) {
            hbaFsfResp("fs_perr", 1, req);
        } else if (FsfQtcbHeader.FSF_STATUS.get(qHead) != FsfConstants.FSF_GOOD) {
            hbaFsfResp("fs_ferr", hbaFsfRespSuppress(req) ? 5 : 1, req);
        } else if (fsfCommand == FsfConstants.FSF_QTCB_OPEN_PORT_WITH_DID
                || fsfCommand == FsfConstants.FSF_QTCB_OPEN_LUN) {
            hbaFsfResp("fs_open", 4, req);
        } else if (FsfQtcbHeader.LOG_LENGTH.get(qHead) != 0) {
            hbaFsfResp("fs_qtcb", 5, req);
        } else {
            hbaFsfResp("fs_norm", 6, req);
        }
    }
}
