// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fc;

import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcpCmnd;
import org.zfcp4j.layout.fc.FcpResp;
import org.zfcp4j.layout.fc.FcpRespExt;
import org.zfcp4j.layout.fc.FcpRespRspInfo;
import org.zfcp4j.layout.fc.FcpRespWithExt;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.def.ScsiDev;

/** {@code zfcp_fc.h}: between SCSI commands and the FCP information units in a QTCB. Any context; nothing allocates. */
public final class FcpIu {
    /** Bytes of protection data for each sector. */
    private static final int DIF_TUPLE_SIZE = 8;

    private FcpIu() {
    }

    /**
     * {@code zfcp_fc_scsi_to_fcp}: the command IU of a SCSI command. The IU is zero before; with DIF its data length covers
     * the protection data too.
     *
     * @param fcp address of a {@link FcpCmnd}
     */
    @LinuxSource("zfcp_fc.h:zfcp_fc_scsi_to_fcp")
    public static void scsiToFcp(long fcp, ScsiCmnd scsi) {
        Memory.putLong(FcpCmnd.FC_LUN.at(fcp), ScsiDev.fcpLun(scsi.device));

        FcpCmnd.FC_PRI_TA.set(fcp, FcConstants.FCP_PTA_SIMPLE);

        if (scsi.dataDirection == ScsiConstants.DMA_FROM_DEVICE) {
            FcpCmnd.FC_FLAGS.set(fcp, FcpCmnd.FC_FLAGS.get(fcp) | FcConstants.FCP_CFL_RDDATA);
        }
        if (scsi.dataDirection == ScsiConstants.DMA_TO_DEVICE) {
            FcpCmnd.FC_FLAGS.set(fcp, FcpCmnd.FC_FLAGS.get(fcp) | FcConstants.FCP_CFL_WRDATA);
        }

        Memory.put(FcpCmnd.FC_CDB.at(fcp), scsi.cmnd, 0, scsi.cmdLen);

        int datalen = scsi.bufflen();
        FcpCmnd.FC_DL.set(fcp, datalen);

        if (scsi.protType == ScsiConstants.SCSI_PROT_DIF_TYPE1) {
            datalen += Integer.divideUnsigned(datalen, scsi.device.sectorSize) * DIF_TUPLE_SIZE;
            FcpCmnd.FC_DL.set(fcp, datalen);
        }
    }

    /**
     * {@code zfcp_fc_fcp_tm}: the command IU of a task management function.
     *
     * @param fcp address of a {@link FcpCmnd}, zero before
     * @param tmFlags an FCP_TMF_ value
     */
    @LinuxSource("zfcp_fc.h:zfcp_fc_fcp_tm")
    public static void fcpTm(long fcp, ScsiDevice dev, int tmFlags) {
        Memory.putLong(FcpCmnd.FC_LUN.at(fcp), ScsiDev.fcpLun(dev));
        FcpCmnd.FC_TM_FLAGS.set(fcp, tmFlags);
    }

    /**
     * {@code zfcp_fc_eval_fcp_rsp}: sets result, residual count and sense data of a command from its response IU.
     *
     * @param fcpRsp address of a {@link FcpRespWithExt} in a QTCB
     */
    @LinuxSource("zfcp_fc.h:zfcp_fc_eval_fcp_rsp")
    public static void evalFcpRsp(long fcpRsp, ScsiCmnd scsi) {
        long resp = FcpRespWithExt.RESP.at(fcpRsp);
        long ext = FcpRespWithExt.EXT.at(fcpRsp);
        int status = FcpResp.FR_STATUS.get(resp);

        scsi.setMsgByte(ScsiConstants.COMMAND_COMPLETE);
        scsi.result |= status;

        int rspFlags = FcpResp.FR_FLAGS.get(resp);

        if ((rspFlags & FcConstants.FCP_RSP_LEN_VAL) != 0) {
            if (FcpRespRspInfo.RSP_CODE.get(fcpRsp + FcpRespWithExt.SIZE) == FcConstants.FCP_TMF_CMPL) {
                scsi.setHostByte(ScsiConstants.DID_OK);
            } else {
                scsi.setHostByte(ScsiConstants.DID_ERROR);
                return;
            }
        }

        if ((rspFlags & FcConstants.FCP_SNS_LEN_VAL) != 0) {
            copySense(fcpRsp, ext, (rspFlags & FcConstants.FCP_RSP_LEN_VAL) != 0, scsi);
        }

        if ((rspFlags & FcConstants.FCP_RESID_UNDER) != 0) {
            int resid = FcpRespExt.FR_RESID.get(ext);
            scsi.resid = resid;
            // Unsigned as in C: a residual count above the buffer length wraps and is not seen as an underflow.
            if (Integer.compareUnsigned(scsi.bufflen() - resid, scsi.underflow) < 0
                    && (rspFlags & FcConstants.FCP_SNS_LEN_VAL) == 0 && status == ScsiConstants.SAM_STAT_GOOD) {
                scsi.setHostByte(ScsiConstants.DID_ERROR);
            }
        } else if ((rspFlags & FcConstants.FCP_RESID_OVER) != 0) {
            if (status == ScsiConstants.SAM_STAT_GOOD) {
                scsi.setHostByte(ScsiConstants.DID_ERROR);
            }
        }
    }

    /**
     * Sense data follows the response info, if that is there. C reads wherever the lengths in the response lead; here no byte
     * outside the response area of the QTCB is read.
     */
    private static void copySense(long fcpRsp, long ext, boolean afterRspInfo, ScsiCmnd scsi) {
        long offset = FcpRespWithExt.SIZE;
        if (afterRspInfo) {
            offset += Integer.toUnsignedLong(FcpRespExt.FR_RSP_LEN.get(ext));
        }
        long senseLen = Math.min(Integer.toUnsignedLong(FcpRespExt.FR_SNS_LEN.get(ext)), ScsiConstants.SCSI_SENSE_BUFFERSIZE);
        senseLen = Math.min(senseLen, FsfConstants.FSF_FCP_RSP_SIZE - offset);
        if (senseLen > 0) {
            Memory.get(fcpRsp + offset, scsi.senseBuffer, 0, (int) senseLen);
        }
    }
}
