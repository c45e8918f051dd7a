// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import java.util.Map;
import java.util.Set;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfScsi;
import org.zfcp4j.layout.fc.FcpResp;
import org.zfcp4j.layout.fc.FcpRespWithExt;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;

/** A record about a SCSI command or its error handling has the level of its tag, a LUN that exists, its request and the whole response. */
final class ScsiTraceChecker {
    private static final Map<String, Integer> LEVELS = Map.of("rsl_err", 3, "rsl_ret", 4, "rsl_nor", 6, "rsl_fai", 4, "scfc__1", 3);
    /** How error handling ends after a request was sent for it. */
    private static final Set<String> OF_REQUEST = Set.of("abrt_ok", "abrt_nn", "abrt_fa", "lr_okay", "lr_fail", "tr_okay", "tr_fail");
    /** How a command ends that was sent. */
    private static final Set<String> RESULTS = Set.of("rsl_err", "rsl_ret", "rsl_nor");
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
        String lun = lun(record, adapter);
        return lun != null || req == null || !RESULTS.contains(record.tag()) ? lun
                : FcpResult.mistake(req, record.u32(ZfcpDbfScsi.SCSI_RESULT.offset()));
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
