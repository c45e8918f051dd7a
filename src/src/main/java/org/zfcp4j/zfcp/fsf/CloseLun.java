// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import java.util.function.Consumer;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfStatusQual;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.erp.ErpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.fc.LinkTest;
import org.zfcp4j.zfcp.qdio.QdioFill;
import org.zfcp4j.zfcp.qdio.QdioSend;

/** Close LUN: gives up the handle of a LUN. */
public final class CloseLun {
    private static final Consumer<FsfReq> HANDLER = CloseLun::closeLunHandler;

    private CloseLun() {
    }

    /** {@code zfcp_fsf_close_lun_handler}: tasklet or ERP thread. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_close_lun_handler")
    static void closeLunHandler(FsfReq req) {
        ScsiDevice sdev = (ScsiDevice) req.data;

        if ((req.status & ZFCP_STATUS_FSFREQ_ERROR) != 0) {
            return;
        }

        ScsiDev zfcpSdev = ScsiDev.of(sdev);
        long header = FsfQtcb.HEADER.at(req.qtcb);

        switch (FsfQtcbHeader.FSF_STATUS.get(header)) {
            case FSF_PORT_HANDLE_NOT_VALID -> {
                ErpTrigger.adapterReopen(zfcpSdev.port.adapter, 0, "fscuh_1");
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            }
            case FSF_LUN_HANDLE_NOT_VALID -> {
                ErpTrigger.portReopen(zfcpSdev.port, 0, "fscuh_2");
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            }
            case FSF_PORT_BOXED -> {
                ErpStatus.setPortStatus(zfcpSdev.port, ZFCP_STATUS_COMMON_ACCESS_BOXED);
                ErpTrigger.portReopen(zfcpSdev.port, ZFCP_STATUS_COMMON_ERP_FAILED, "fscuh_3");
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            }
            case FSF_ADAPTER_STATUS_AVAILABLE -> {
                switch (FsfStatusQual.WORD.get(FsfQtcbHeader.FSF_STATUS_QUAL.at(header), 0)) {
                    case FSF_SQ_INVOKE_LINK_TEST_PROCEDURE -> {
                        LinkTest.testLink(zfcpSdev.port);
                        req.status |= ZFCP_STATUS_FSFREQ_ERROR;
                    }
                    case FSF_SQ_ULP_DEPENDENT_ERP_REQUIRED -> req.status |= ZFCP_STATUS_FSFREQ_ERROR;
                    default -> {
                    }
                }
            }
            case FSF_GOOD -> zfcpSdev.status.andnot(ZFCP_STATUS_COMMON_OPEN);
            default -> {
            }
        }
    }

    /**
     * {@code zfcp_fsf_close_lun}: sends it for the recovery of a LUN, which is notified. ERP thread.
     *
     * @return 0, {@code -EIO} or {@code -ENOMEM}
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_close_lun")
    public static int closeLun(ErpAction erpAction) {
        ZfcpQdio qdio = erpAction.adapter.qdio;
        ScsiDev zfcpSdev = ScsiDev.of(erpAction.sdev);

        qdio.reqQLock.lockIrq();
        try {
            if (QdioSend.sbalGet(qdio) != 0) {
                return -Errno.EIO;
            }
            FsfReq req = FsfReqs.reqCreate(qdio, FSF_QTCB_CLOSE_LUN, QdioConstants.SBAL_SFLAGS0_TYPE_READ,
                    qdio.adapter.pool.erpReq);
            if (req == null) {
                return -Errno.ENOMEM;
            }

            req.status |= ZFCP_STATUS_FSFREQ_CLEANUP;
            QdioFill.setSbaleLast(qdio, req);

            long header = FsfQtcb.HEADER.at(req.qtcb);
            FsfQtcbHeader.PORT_HANDLE.set(header, erpAction.port.handle);
            FsfQtcbHeader.LUN_HANDLE.set(header, zfcpSdev.lunHandle);
            req.handler = HANDLER;
            req.data = erpAction.sdev;
            req.erpAction = erpAction;
            erpAction.fsfReqId = req.reqId;

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
