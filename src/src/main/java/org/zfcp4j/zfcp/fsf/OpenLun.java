// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import java.util.function.Consumer;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomSupport;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfQueueDesignator;
import org.zfcp4j.layout.fsf.FsfStatusQual;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.erp.ErpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.fc.LinkTest;
import org.zfcp4j.zfcp.qdio.QdioFill;
import org.zfcp4j.zfcp.qdio.QdioSend;

/** Open LUN: gets a handle for a LUN behind an open port. */
public final class OpenLun {
    private static final Consumer<FsfReq> HANDLER = OpenLun::openLunHandler;

    private OpenLun() {
    }

    /** {@code zfcp_fsf_open_lun_handler}: tasklet or ERP thread. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_open_lun_handler")
    static void openLunHandler(FsfReq req) {
        Adapter adapter = req.adapter;
        ScsiDevice sdev = (ScsiDevice) req.data;
        long header = FsfQtcb.HEADER.at(req.qtcb);
        long qual = FsfQtcbHeader.FSF_STATUS_QUAL.at(header);

        if ((req.status & ZFCP_STATUS_FSFREQ_ERROR) != 0) {
            return;
        }

        ScsiDev zfcpSdev = ScsiDev.of(sdev);

        zfcpSdev.status.andnot(ZFCP_STATUS_COMMON_ACCESS_DENIED | ZFCP_STATUS_COMMON_ACCESS_BOXED);

        switch (FsfQtcbHeader.FSF_STATUS.get(header)) {
            case FSF_PORT_HANDLE_NOT_VALID -> ErpTrigger.adapterReopen(adapter, 0, "fsouh_1");
            case FSF_LUN_ALREADY_OPEN -> {
            }
            case FSF_PORT_BOXED -> {
                ErpStatus.setPortStatus(zfcpSdev.port, ZFCP_STATUS_COMMON_ACCESS_BOXED);
                ErpTrigger.portReopen(zfcpSdev.port, ZFCP_STATUS_COMMON_ERP_FAILED, "fsouh_2");
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            }
            case FSF_LUN_SHARING_VIOLATION -> {
                if (FsfStatusQual.WORD.get(qual, 0) != 0) {
                    long user = FsfStatusQual.FSF_QUEUE_DESIGNATOR.at(qual);
                    DevMessage.warn(zfcpSdev.port.adapter, "zfcp_fsf.c:zfcp_fsf_open_lun_handler",
                            lunOnPort(sdev, zfcpSdev) + " is in use by CSS "
                            + FsfQueueDesignator.CSSID.get(user) + ", MIF image id "
                            + DevMessage.hex(FsfQueueDesignator.HLA.get(user)));
                }
                ErpStatus.setLunStatus(sdev, ZFCP_STATUS_COMMON_ERP_FAILED | ZFCP_STATUS_COMMON_ACCESS_DENIED);
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            }
            case FSF_MAXIMUM_NUMBER_OF_LUNS_EXCEEDED -> {
                DevMessage.warn(adapter, "zfcp_fsf.c:zfcp_fsf_open_lun_handler", "No handle left for " + lunOnPort(sdev, zfcpSdev));
                ErpStatus.setLunStatus(sdev, ZFCP_STATUS_COMMON_ERP_FAILED);
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            }
            case FSF_INVALID_COMMAND_OPTION -> req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            case FSF_ADAPTER_STATUS_AVAILABLE -> {
                switch (FsfStatusQual.WORD.get(qual, 0)) {
                    case FSF_SQ_INVOKE_LINK_TEST_PROCEDURE -> {
                        LinkTest.testLink(zfcpSdev.port);
                        req.status |= ZFCP_STATUS_FSFREQ_ERROR;
                    }
                    case FSF_SQ_ULP_DEPENDENT_ERP_REQUIRED -> req.status |= ZFCP_STATUS_FSFREQ_ERROR;
                    default -> {
                    }
                }
            }
            case FSF_GOOD -> {
                zfcpSdev.lunHandle = FsfQtcbHeader.LUN_HANDLE.get(header);
                zfcpSdev.status.or(ZFCP_STATUS_COMMON_OPEN);
            }
            default -> {
            }
        }
    }

    private static String lunOnPort(ScsiDevice sdev, ScsiDev zfcpSdev) {
        return "LUN " + DevMessage.hex64(ScsiDev.fcpLun(sdev)) + " on port " + DevMessage.hex64(zfcpSdev.port.wwpn);
    }

    /**
     * {@code zfcp_fsf_open_lun}: sends it for the recovery of a LUN, which is notified. ERP thread.
     *
     * @return 0, {@code -EIO} or {@code -ENOMEM}
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_open_lun")
    public static int openLun(ErpAction erpAction) {
        Adapter adapter = erpAction.adapter;
        ZfcpQdio qdio = adapter.qdio;

        qdio.reqQLock.lockIrq();
        try {
            if (QdioSend.sbalGet(qdio) != 0) {
                return -Errno.EIO;
            }
            FsfReq req = FsfReqs.reqCreate(qdio, FSF_QTCB_OPEN_LUN, QdioConstants.SBAL_SFLAGS0_TYPE_READ,
                    adapter.pool.erpReq);
            if (req == null) {
                return -Errno.ENOMEM;
            }

            req.status |= ZFCP_STATUS_FSFREQ_CLEANUP;
            QdioFill.setSbaleLast(qdio, req);

            long support = FsfQtcbBottom.SUPPORT.at(FsfQtcb.BOTTOM.at(req.qtcb));
            FsfQtcbHeader.PORT_HANDLE.set(FsfQtcb.HEADER.at(req.qtcb), erpAction.port.handle);
            FsfQtcbBottomSupport.FCP_LUN.set(support, ScsiDev.fcpLun(erpAction.sdev));
            req.handler = HANDLER;
            req.data = erpAction.sdev;
            req.erpAction = erpAction;
            erpAction.fsfReqId = req.reqId;

            if ((adapter.connectionFeatures & FSF_FEATURE_NPIV_MODE) == 0) {
                FsfQtcbBottomSupport.OPTION.set(support, FSF_OPEN_LUN_SUPPRESS_BOXING);
            }

            FsfReqs.startErpTimer(req);
            int retval = FsfReqs.reqSend(req);
            if (retval != 0) {
                FsfReqs.reqFree(req);
                erpAction.fsfReqId = 0;
            }
            return retval;
        } finally {
            qdio.reqQLock.unlockIrq();
        }
    }
}
