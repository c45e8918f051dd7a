// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import java.util.function.Consumer;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomSupport;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfStatusQual;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.erp.ErpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.fc.LinkTest;
import org.zfcp4j.zfcp.qdio.QdioFill;
import org.zfcp4j.zfcp.qdio.QdioSend;

/** Abort FCP command: the channel stops a command that it has not answered yet. */
public final class AbortFcpCmnd {
    private static final Consumer<FsfReq> HANDLER = AbortFcpCmnd::abortFcpCommandHandler;

    private AbortFcpCmnd() {
    }

    /** {@code zfcp_fsf_abort_fcp_command_handler}: tells the waiting error handler by status flags how it went. Tasklet or ERP thread. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_abort_fcp_command_handler")
    static void abortFcpCommandHandler(FsfReq req) {
        ScsiDevice sdev = (ScsiDevice) req.data;
        long header = FsfQtcb.HEADER.at(req.qtcb);
        long fsq = FsfQtcbHeader.FSF_STATUS_QUAL.at(header);

        if ((req.status & ZFCP_STATUS_FSFREQ_ERROR) != 0) {
            return;
        }

        ScsiDev zfcpSdev = ScsiDev.of(sdev);

        switch (FsfQtcbHeader.FSF_STATUS.get(header)) {
            case FSF_PORT_HANDLE_NOT_VALID -> {
                if (FsfStatusQual.WORD.get(fsq, 0) == FsfStatusQual.WORD.get(fsq, 1)) {
                    ErpTrigger.adapterReopen(zfcpSdev.port.adapter, 0, "fsafch1");
                    req.status |= ZFCP_STATUS_FSFREQ_ERROR;
                }
            }
            case FSF_LUN_HANDLE_NOT_VALID -> {
                if (FsfStatusQual.WORD.get(fsq, 0) == FsfStatusQual.WORD.get(fsq, 1)) {
                    ErpTrigger.portReopen(zfcpSdev.port, 0, "fsafch2");
                    req.status |= ZFCP_STATUS_FSFREQ_ERROR;
                }
            }
            case FSF_FCP_COMMAND_DOES_NOT_EXIST -> req.status |= ZFCP_STATUS_FSFREQ_ABORTNOTNEEDED;
            case FSF_PORT_BOXED -> {
                ErpStatus.setPortStatus(zfcpSdev.port, ZFCP_STATUS_COMMON_ACCESS_BOXED);
                ErpTrigger.portReopen(zfcpSdev.port, ZFCP_STATUS_COMMON_ERP_FAILED, "fsafch3");
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            }
            case FSF_LUN_BOXED -> {
                ErpStatus.setLunStatus(sdev, ZFCP_STATUS_COMMON_ACCESS_BOXED);
                ErpTrigger.lunReopen(sdev, ZFCP_STATUS_COMMON_ERP_FAILED, "fsafch4");
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            }
            case FSF_ADAPTER_STATUS_AVAILABLE -> {
                switch (FsfStatusQual.WORD.get(fsq, 0)) {
                    case FSF_SQ_INVOKE_LINK_TEST_PROCEDURE -> {
                        LinkTest.testLink(zfcpSdev.port);
                        req.status |= ZFCP_STATUS_FSFREQ_ERROR;
                    }
                    case FSF_SQ_ULP_DEPENDENT_ERP_REQUIRED -> req.status |= ZFCP_STATUS_FSFREQ_ERROR;
                    default -> {
                    }
                }
            }
            case FSF_GOOD -> req.status |= ZFCP_STATUS_FSFREQ_ABORTSUCCEEDED;
            default -> {
            }
        }
    }

    /**
     * {@code zfcp_fsf_abort_fcp_cmnd}: sends an abort for the request whose id is in the command's host scribble. Error
     * handler of the SCSI midlayer.
     *
     * @return the request, whose completion the caller waits for and which it frees; or null if it was not sent
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_abort_fcp_cmnd")
    public static FsfReq abortFcpCmnd(ScsiCmnd scmnd) {
        ScsiDevice sdev = scmnd.device;
        ScsiDev zfcpSdev = ScsiDev.of(sdev);
        ZfcpQdio qdio = zfcpSdev.port.adapter.qdio;
        long oldReqId = scmnd.hostScribble;

        qdio.reqQLock.lockIrq();
        try {
            if (QdioSend.sbalGet(qdio) != 0) {
                return null;
            }
            FsfReq req = FsfReqs.reqCreate(qdio, FSF_QTCB_ABORT_FCP_CMND, QdioConstants.SBAL_SFLAGS0_TYPE_READ,
                    qdio.adapter.pool.scsiAbort);
            if (req == null) {
                return null;
            }

            if ((zfcpSdev.status.read() & ZFCP_STATUS_COMMON_UNBLOCKED) != 0) {
                QdioFill.setSbaleLast(qdio, req);

                req.data = sdev;
                req.handler = HANDLER;
                long header = FsfQtcb.HEADER.at(req.qtcb);
                FsfQtcbHeader.LUN_HANDLE.set(header, zfcpSdev.lunHandle);
                FsfQtcbHeader.PORT_HANDLE.set(header, zfcpSdev.port.handle);
                FsfQtcbBottomSupport.REQ_HANDLE.set(FsfQtcbBottom.SUPPORT.at(FsfQtcb.BOTTOM.at(req.qtcb)), oldReqId);

                FsfReqs.startTimer(req, FsfReqs.ZFCP_FSF_SCSI_ER_TIMEOUT);
                if (FsfReqs.reqSend(req) == 0) {
                    return req;
                }
            }
            FsfReqs.reqFree(req);
            return null;
        } finally {
            qdio.reqQLock.unlockIrq();
        }
    }
}
