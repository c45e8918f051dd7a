// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import java.util.function.Consumer;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcpRespRspInfo;
import org.zfcp4j.layout.fc.FcpRespWithExt;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomIo;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.fc.FcpIu;
import org.zfcp4j.zfcp.qdio.QdioFill;
import org.zfcp4j.zfcp.qdio.QdioSend;

/** FCP command with a task management function: reset of a LUN or a target. */
public final class FcpTaskMgmt {
    private static final Consumer<FsfReq> HANDLER = FcpTaskMgmt::fcpTaskMgmtHandler;

    private FcpTaskMgmt() {
    }

    /** {@code zfcp_fsf_fcp_task_mgmt_handler}: tells the waiting error handler by a status flag if it failed. Tasklet or ERP thread. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_fcp_task_mgmt_handler")
    static void fcpTaskMgmtHandler(FsfReq req) {
        ScsiDevice sdev = (ScsiDevice) req.data;

        FcpHandler.fcpHandlerCommon(req, sdev);

        long fcpRsp = FsfQtcbBottomIo.FCP_RSP_IU.at(FsfQtcbBottom.IO.at(FsfQtcb.BOTTOM.at(req.qtcb)));
        long rspInfo = fcpRsp + FcpRespWithExt.SIZE;

        if (FcpRespRspInfo.RSP_CODE.get(rspInfo) != FcConstants.FCP_TMF_CMPL
                || (req.status & ZFCP_STATUS_FSFREQ_ERROR) != 0) {
            req.status |= ZFCP_STATUS_FSFREQ_TMFUNCFAILED;
        }
    }

    /**
     * {@code zfcp_fsf_fcp_task_mgmt}: sends a task management function to a LUN. Error handler of the SCSI midlayer.
     *
     * @param tmFlags FCP_TMF_ flags of the FCP_CMND
     * @return the request, whose completion the caller waits for and which it frees; or null if it was not sent
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_fcp_task_mgmt")
    public static FsfReq fcpTaskMgmt(ScsiDevice sdev, int tmFlags) {
        ScsiDev zfcpSdev = ScsiDev.of(sdev);
        ZfcpQdio qdio = zfcpSdev.port.adapter.qdio;

        if ((zfcpSdev.status.read() & ZFCP_STATUS_COMMON_UNBLOCKED) == 0) {
            return null;
        }

        qdio.reqQLock.lockIrq();
        try {
            if (QdioSend.sbalGet(qdio) != 0) {
                return null;
            }
            FsfReq req = FsfReqs.reqCreate(qdio, FSF_QTCB_FCP_CMND, QdioConstants.SBAL_SFLAGS0_TYPE_WRITE,
                    qdio.adapter.pool.scsiReq);
            if (req == null) {
                return null;
            }

            req.data = sdev;

            req.handler = HANDLER;
            long header = FsfQtcb.HEADER.at(req.qtcb);
            long io = FsfQtcbBottom.IO.at(FsfQtcb.BOTTOM.at(req.qtcb));
            FsfQtcbHeader.LUN_HANDLE.set(header, zfcpSdev.lunHandle);
            FsfQtcbHeader.PORT_HANDLE.set(header, zfcpSdev.port.handle);
            FsfQtcbBottomIo.DATA_DIRECTION.set(io, FSF_DATADIR_CMND);
            FsfQtcbBottomIo.SERVICE_CLASS.set(io, FSF_CLASS_3);
            FsfQtcbBottomIo.FCP_CMND_LENGTH.set(io, FcConstants.FCP_CMND_LEN);

            QdioFill.setSbaleLast(qdio, req);

            FcpIu.fcpTm(FsfQtcbBottomIo.FCP_CMND_IU.at(io), sdev, tmFlags);

            FsfReqs.startTimer(req, FsfReqs.ZFCP_FSF_SCSI_ER_TIMEOUT);
            if (FsfReqs.reqSend(req) == 0) {
                return req;
            }

            FsfReqs.reqFree(req);
            return null;
        } finally {
            qdio.reqQLock.unlockIrq();
        }
    }
}
