// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfScsi;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcpResp;
import org.zfcp4j.layout.fc.FcpRespRspInfo;
import org.zfcp4j.layout.fc.FcpRespWithExt;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomIo;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;

/** A record about a SCSI command or its error handling has the level of its tag, a LUN that exists, its request and the whole response. */
final class ScsiTraceChecker {
    private static final Map<String, Integer> LEVELS = Map.of("rsl_err", 3, "rsl_ret", 4, "rsl_nor", 6, "rsl_fai", 4, "scfc__1", 3);
    /** How error handling ends after a request was sent for it. */
    private static final Set<String> OF_REQUEST = Set.of("abrt_ok", "abrt_nn", "abrt_fa", "lr_okay", "lr_fail", "tr_okay", "tr_fail");
    /** How a command ends that was sent. */
    private static final Set<String> RESULTS = Set.of("rsl_err", "rsl_ret", "rsl_nor");
    /** Error handling that concerns the whole host. */
    private static final Set<String> OF_HOST = Set.of("schrh_r", "scshr_n");
    /** Resets of a LUN or target. */
    private static final Set<String> OF_DEVICE = Set.of("lr_", "tr_");
    private static final int ONES = 0xff;
    private static final long FLAGS = ZfcpDbfScsi.FCP_RSP.offset() + FcpRespWithExt.RESP.offset() + FcpResp.FR_FLAGS.offset();

    private ScsiTraceChecker() {
    }

    /**
     * What is wrong with a record; null for nothing.
     *
     * @param req the request that it names; null if it names none that is known
     */
    static String mistake(DbfRecord record, Adapter adapter, FsfReq req, TracedPayload payload) {
        long reqId = record.u64(ZfcpDbfScsi.FSF_REQ_ID.offset());
        int traced = payload.take(record.busId(), "fcp_riu", reqId);
        int level = LEVELS.getOrDefault(record.tag(), 1);
        if (record.level() != level) {
            return "is recorded at level " + record.level() + " instead of " + level;
        }
        if (OF_REQUEST.contains(record.tag()) && reqId == 0) {
            return "has no request";
        }
        if (reqId != 0 && record.u8(FLAGS) != 0) {
            int whole = Math.min(Math.max(record.u16(ZfcpDbfScsi.PL_LEN.offset()), DbfConstants.ZFCP_DBF_PAY_MAX_REC), FsfConstants.FSF_FCP_RSP_SIZE);
            if (traced != whole) {
                return "has a response of which " + traced + " bytes are recorded instead of " + whole;
            }
        }
        if (OF_HOST.contains(record.tag()) || OF_DEVICE.stream().anyMatch(record.tag()::startsWith)) {
            return unknown(record, OF_HOST.contains(record.tag()));
        }
        String lun = lun(record, adapter);
        if (lun != null || req == null || !RESULTS.contains(record.tag())) {
            return lun;
        }
        String command = req.data instanceof ScsiCmnd sent ? command(record, sent, req) : null;
        return command != null ? command : FcpResult.mistake(req, record.u32(ZfcpDbfScsi.SCSI_RESULT.offset()));
    }

    /** Where there is no command, what would be of one is filled with ones. */
    private static String unknown(DbfRecord record, boolean withoutRequest) {
        boolean ones = record.u64(ZfcpDbfScsi.HOST_SCRIBBLE.offset()) == -1L && record.u8(ZfcpDbfScsi.SCSI_RETRIES.offset()) == ONES
                && record.u8(ZfcpDbfScsi.SCSI_ALLOWED.offset()) == ONES && (!withoutRequest || record.u8(ZfcpDbfScsi.FCP_RSP_INFO.offset()) == ONES);
        for (int i = 0; i < DbfConstants.ZFCP_DBF_SCSI_OPCODE; i++) {
            ones &= record.u8(ZfcpDbfScsi.SCSI_OPCODE.offset() + i) == ONES;
        }
        return ones ? null : "is recorded as if there was a command";
    }

    /** A record of how a command ended has all that belongs to it. */
    private static String command(DbfRecord record, ScsiCmnd command, FsfReq req) {
        if (record.u8(ZfcpDbfScsi.SCSI_RETRIES.offset()) != (command.retries & 0xff) || record.u8(ZfcpDbfScsi.SCSI_ALLOWED.offset()) != (command.allowed & 0xff)
                || record.u32(ZfcpDbfScsi.SCSI_ID.offset()) != command.device.id || record.u64(ZfcpDbfScsi.HOST_SCRIBBLE.offset()) != req.reqId) {
            return "is recorded as another command";
        }
        int opcode = (int) ZfcpDbfScsi.SCSI_OPCODE.offset();
        int length = Math.min(command.cmdLen, DbfConstants.ZFCP_DBF_SCSI_OPCODE);
        if (!Arrays.equals(record.bytes(), opcode, opcode + length, command.cmnd, 0, length)) {
            return "has another operation code";
        }
        long iu = FsfQtcbBottomIo.FCP_RSP_IU.at(FsfQtcbBottom.IO.at(FsfQtcb.BOTTOM.at(req.qtcb)));
        if (!record.has(ZfcpDbfScsi.FCP_RSP.offset(), iu, FcConstants.FCP_RESP_WITH_EXT)) {
            return "has another response";
        }
        boolean coded = (record.u8(FLAGS) & FcConstants.FCP_RSP_LEN_VAL) != 0;
        int code = coded ? FcpRespRspInfo.RSP_CODE.get(iu + FcpRespWithExt.SIZE) : 0;
        return record.u8(ZfcpDbfScsi.FCP_RSP_INFO.offset()) == code ? null : "has another response code";
    }

    /** A LUN has 64 bits, in two members. */
    private static String lun(DbfRecord record, Adapter adapter) {
        int low = record.u32(ZfcpDbfScsi.SCSI_LUN.offset());
        int high = record.u32(ZfcpDbfScsi.SCSI_LUN_64_HI.offset());
        if (adapter.scsiHost == null || low == -1 && high == -1) {
            return null;
        }
        boolean[] seen = {false, false};
        adapter.scsiHost.devices.forEach(sdev -> {
            seen[0] |= (int) sdev.lun == low;
            seen[1] |= (int) sdev.lun == low && (int) (sdev.lun >>> 32) == high;
        });
        return seen[0] && !seen[1] ? String.format("has LUN 0x%08x%08x, which is no LUN of the device", high, low) : null;
    }
}
