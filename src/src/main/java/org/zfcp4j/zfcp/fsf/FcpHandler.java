// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomIo;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfStatusQual;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.erp.ErpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.fc.LinkTest;

/** The FSF statuses that mean the same for an FCP command and for a task management function. */
final class FcpHandler {
    private FcpHandler() {
    }

    /** {@code zfcp_fsf_fcp_handler_common}: tasklet or ERP thread. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_fcp_handler_common")
    static void fcpHandlerCommon(FsfReq req, ScsiDevice sdev) {
        if ((req.status & ZFCP_STATUS_FSFREQ_ERROR) != 0) {
            return;
        }

        ScsiDev zfcpSdev = ScsiDev.of(sdev);
        long header = FsfQtcb.HEADER.at(req.qtcb);

        switch (FsfQtcbHeader.FSF_STATUS.get(header)) {
            case FSF_HANDLE_MISMATCH, FSF_PORT_HANDLE_NOT_VALID -> {
                ErpTrigger.adapterReopen(req.adapter, 0, "fssfch1");
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            }
            case FSF_FCPLUN_NOT_VALID, FSF_LUN_HANDLE_NOT_VALID -> {
                ErpTrigger.portReopen(zfcpSdev.port, 0, "fssfch2");
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            }
            case FSF_SERVICE_CLASS_NOT_SUPPORTED -> FsfStatus.classNotSupp(req);
            case FSF_DIRECTION_INDICATOR_NOT_VALID -> {
                DevMessage.err(req.adapter, "zfcp_fsf.c:zfcp_fsf_fcp_handler_common", "Data direction "
                        + FsfQtcbBottomIo.DATA_DIRECTION.get(FsfQtcbBottom.IO.at(FsfQtcb.BOTTOM.at(req.qtcb)))
                        + " refused, LUN " + DevMessage.hex64(ScsiDev.fcpLun(sdev)) + " on port "
                        + DevMessage.hex64(zfcpSdev.port.wwpn) + " closed");
                ErpTrigger.adapterShutdown(req.adapter, 0, "fssfch3");
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            }
            case FSF_CMND_LENGTH_NOT_VALID -> {
                DevMessage.err(req.adapter, "zfcp_fsf.c:zfcp_fsf_fcp_handler_common", "FCP_CMND length "
                        + FsfQtcbBottomIo.FCP_CMND_LENGTH.get(FsfQtcbBottom.IO.at(FsfQtcb.BOTTOM.at(req.qtcb)))
                        + " refused, FCP device closed");
                ErpTrigger.adapterShutdown(req.adapter, 0, "fssfch4");
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            }
            case FSF_PORT_BOXED -> {
                ErpStatus.setPortStatus(zfcpSdev.port, ZFCP_STATUS_COMMON_ACCESS_BOXED);
                ErpTrigger.portReopen(zfcpSdev.port, ZFCP_STATUS_COMMON_ERP_FAILED, "fssfch5");
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            }
            case FSF_LUN_BOXED -> {
                ErpStatus.setLunStatus(sdev, ZFCP_STATUS_COMMON_ACCESS_BOXED);
                ErpTrigger.lunReopen(sdev, ZFCP_STATUS_COMMON_ERP_FAILED, "fssfch6");
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            }
            case FSF_ADAPTER_STATUS_AVAILABLE -> {
                if (FsfStatusQual.WORD.get(FsfQtcbHeader.FSF_STATUS_QUAL.at(header), 0) == FSF_SQ_INVOKE_LINK_TEST_PROCEDURE) {
                    LinkTest.testLink(zfcpSdev.port);
                }
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            }
            case FSF_SECURITY_ERROR -> {
                FcSecurity.logSecurityError(req.adapter,
                        FsfStatusQual.WORD.get(FsfQtcbHeader.FSF_STATUS_QUAL.at(header), 0), zfcpSdev.port.wwpn);
                ErpTrigger.portForcedReopen(zfcpSdev.port, 0, "fssfch7");
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            }
            default -> {
            }
        }
    }
}
