// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_FSFREQ_DISMISSED;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_FSFREQ_ERROR;

import org.zfcp4j.layout.dbf.ZfcpDbfHba;
import org.zfcp4j.layout.dbf.ZfcpDbfHbaRes;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcpResp;
import org.zfcp4j.layout.fc.FcpRespWithExt;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomIo;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfQtcbPrefix;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.zfcp.def.FsfReq;

/** The record of an answer has the tag and the level that the answer calls for, and what the QTCB says. */
final class AnswerTraceChecker {
    private static final long RES = ZfcpDbfHba.RES.offset();

    /**
     * How an answer is recorded.
     *
     * @param level 1 is always seen, 3 by default, 6 in a full trace only
     */
    private record Expected(String tag, int level) {
    }

    private AnswerTraceChecker() {
    }

    /** What is wrong with a record; null for nothing. */
    static String mistake(DbfRecord record, FsfReq req, TracedPayload payload) {
        long prefix = FsfQtcb.PREFIX.at(req.qtcb);
        long header = FsfQtcb.HEADER.at(req.qtcb);
        int logLength = FsfQtcbHeader.LOG_LENGTH.get(header) & 0xffff;
        Expected expected = expected(req, prefix, header);
        int traced = payload.take(record.busId(), "fsf_res", req.reqId);
        if (!expected.equals(new Expected(record.tag(), record.level()))) {
            return "is recorded as " + record.tag() + " at level " + record.level() + " instead of " + expected.tag + " at level " + expected.level;
        }
        String field = differing(record, req, prefix, header);
        if (field != null) {
            return "is recorded with another " + field;
        }
        // The driver takes the length from the channel, but reads no further than the QTCB.
        return logLength > 0 && Integer.toUnsignedLong(FsfQtcbHeader.LOG_START.get(header)) < FsfQtcb.SIZE && traced == 0
                ? "is recorded without the log of the channel" : null;
    }

    private static Expected expected(FsfReq req, long prefix, long header) {
        int prot = FsfQtcbPrefix.PROT_STATUS.get(prefix);
        int command = FsfQtcbHeader.FSF_COMMAND.get(header);
        if ((req.status & (ZFCP_STATUS_FSFREQ_DISMISSED | ZFCP_STATUS_FSFREQ_ERROR)) != 0) {
            return new Expected("fs_rerr", 3);
        }
        if (prot != FSF_PROT_GOOD && prot != FSF_PROT_FSF_STATUS_PRESENTED) {
            return new Expected("fs_perr", 1);
        }
        if (FsfQtcbHeader.FSF_STATUS.get(header) != FSF_GOOD) {
            return new Expected("fs_ferr", isShortRead(req, prefix, header) ? 5 : 1);
        }
        if (command == FSF_QTCB_OPEN_PORT_WITH_DID || command == FSF_QTCB_OPEN_LUN) {
            return new Expected("fs_open", 4);
        }
        return FsfQtcbHeader.LOG_LENGTH.get(header) != 0 ? new Expected("fs_qtcb", 5) : new Expected("fs_norm", 6);
    }

    /** Good but for less data than the command had room for, which happens all the time. */
    private static boolean isShortRead(FsfReq req, long prefix, long header) {
        long response = FcpRespWithExt.RESP.at(FsfQtcbBottomIo.FCP_RSP_IU.at(FsfQtcbBottom.IO.at(FsfQtcb.BOTTOM.at(req.qtcb))));
        return FsfQtcbPrefix.QTCB_TYPE.get(prefix) == FSF_IO_COMMAND && FsfQtcbHeader.FSF_STATUS.get(header) == FSF_FCP_RSP_AVAILABLE
                && FcpResp.FR_FLAGS.get(response) == FcConstants.FCP_RESID_UNDER
                && FcpResp.FR_STATUS.get(response) == ScsiConstants.SAM_STAT_GOOD;
    }

    private static String differing(DbfRecord record, FsfReq req, long prefix, long header) {
        if (record.u32(ZfcpDbfHba.FSF_REQ_STATUS.offset()) != req.status) {
            return "status of the request";
        }
        if (record.u32(ZfcpDbfHba.FSF_CMD.offset()) != FsfQtcbHeader.FSF_COMMAND.get(header)) {
            return "command";
        }
        if (record.u32(ZfcpDbfHba.FSF_SEQ_NO.offset()) != FsfQtcbPrefix.REQ_SEQ_NO.get(prefix)) {
            return "sequence number";
        }
        if (record.u64(RES + ZfcpDbfHbaRes.REQ_ISSUED.offset()) != req.issued) {
            return "time";
        }
        if (record.u32(RES + ZfcpDbfHbaRes.PROT_STATUS.offset()) != FsfQtcbPrefix.PROT_STATUS.get(prefix)
                || record.u32(RES + ZfcpDbfHbaRes.FSF_STATUS.offset()) != FsfQtcbHeader.FSF_STATUS.get(header)) {
            return "status";
        }
        if (record.u32(RES + ZfcpDbfHbaRes.PORT_HANDLE.offset()) != FsfQtcbHeader.PORT_HANDLE.get(header)
                || record.u32(RES + ZfcpDbfHbaRes.LUN_HANDLE.offset()) != FsfQtcbHeader.LUN_HANDLE.get(header)) {
            return "handle of a port or LUN";
        }
        if (!record.has(RES + ZfcpDbfHbaRes.PROT_STATUS_QUAL.offset(), FsfQtcbPrefix.PROT_STATUS_QUAL.at(prefix), FSF_PROT_STATUS_QUAL_SIZE)
                || !record.has(RES + ZfcpDbfHbaRes.FSF_STATUS_QUAL.offset(), FsfQtcbHeader.FSF_STATUS_QUAL.at(header), FSF_STATUS_QUALIFIER_SIZE)) {
            return "status qualifier";
        }
        if (record.u16(ZfcpDbfHba.PL_LEN.offset()) != (FsfQtcbHeader.LOG_LENGTH.get(header) & 0xffff)) {
            return "length of the log";
        }
        return null;
    }
}
