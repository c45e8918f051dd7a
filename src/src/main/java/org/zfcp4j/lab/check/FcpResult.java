// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_FSFREQ_ERROR;

import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcpResp;
import org.zfcp4j.layout.fc.FcpRespExt;
import org.zfcp4j.layout.fc.FcpRespRspInfo;
import org.zfcp4j.layout.fc.FcpRespWithExt;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomIo;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.zfcp.def.FsfReq;

/** The result of a SCSI command follows from the answer: what went wrong at the target must not look like success. */
final class FcpResult {
    private FcpResult() {
    }

    /** What is wrong with the result that the midlayer gets; null for nothing. */
    static String mistake(FsfReq req, int result) {
        if (!(req.data instanceof ScsiCmnd command)) {
            return null;
        }
        int expected = expected(req, command);
        return expected < 0 || expected == result ? null
                : String.format("ends a command with result 0x%08x instead of 0x%08x", result, expected);
    }

    /** Negative for answers that no target gives: the driver has its own results for them. */
    private static int expected(FsfReq req, ScsiCmnd command) {
        if ((req.status & ZFCP_STATUS_FSFREQ_ERROR) != 0) {
            return ScsiConstants.DID_TRANSPORT_DISRUPTED << 16;
        }
        int status = FsfQtcbHeader.FSF_STATUS.get(FsfQtcb.HEADER.at(req.qtcb));
        if (status != FSF_GOOD && status != FSF_FCP_RSP_AVAILABLE) {
            return -1;
        }
        long iu = FsfQtcbBottomIo.FCP_RSP_IU.at(FsfQtcbBottom.IO.at(FsfQtcb.BOTTOM.at(req.qtcb)));
        int flags = FcpResp.FR_FLAGS.get(FcpRespWithExt.RESP.at(iu));
        int scsiStatus = FcpResp.FR_STATUS.get(FcpRespWithExt.RESP.at(iu));
        return (isFailed(iu, flags, scsiStatus, command) ? ScsiConstants.DID_ERROR << 16 : 0) | scsiStatus;
    }

    private static boolean isFailed(long iu, int flags, int scsiStatus, ScsiCmnd command) {
        if ((flags & FcConstants.FCP_RSP_LEN_VAL) != 0
                && FcpRespRspInfo.RSP_CODE.get(iu + FcpRespWithExt.SIZE) != FcConstants.FCP_TMF_CMPL) {
            return true;
        }
        if (scsiStatus != ScsiConstants.SAM_STAT_GOOD) {
            return false;
        }
        if ((flags & FcConstants.FCP_RESID_UNDER) != 0) {
            int transferred = command.bufflen() - FcpRespExt.FR_RESID.get(FcpRespWithExt.EXT.at(iu));
            return (flags & FcConstants.FCP_SNS_LEN_VAL) == 0 && Integer.compareUnsigned(transferred, command.underflow) < 0;
        }
        return (flags & FcConstants.FCP_RESID_OVER) != 0;
    }
}
