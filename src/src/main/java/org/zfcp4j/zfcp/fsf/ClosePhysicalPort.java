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
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.erp.ErpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.qdio.QdioFill;
import org.zfcp4j.zfcp.qdio.QdioSend;

/** Close physical port: the channel logs out of a remote port, for all FCP devices that share the channel. */
public final class ClosePhysicalPort {
    private static final Consumer<FsfReq> HANDLER = ClosePhysicalPort::closePhysicalPortHandler;

    private ClosePhysicalPort() {
    }

    /** {@code zfcp_fsf_close_physical_port_handler}: tasklet or ERP thread. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_close_physical_port_handler")
    static void closePhysicalPortHandler(FsfReq req) {
        Port port = (Port) req.data;
        long header = FsfQtcb.HEADER.at(req.qtcb);

        if ((req.status & ZFCP_STATUS_FSFREQ_ERROR) != 0) {
            return;
        }

        switch (FsfQtcbHeader.FSF_STATUS.get(header)) {
            case FSF_PORT_HANDLE_NOT_VALID -> {
                ErpTrigger.adapterReopen(port.adapter, 0, "fscpph1");
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            }
            case FSF_PORT_BOXED -> {
                clearPhysOpen(port);
                ErpStatus.setPortStatus(port, ZFCP_STATUS_COMMON_ACCESS_BOXED);
                ErpTrigger.portReopen(port, ZFCP_STATUS_COMMON_ERP_FAILED, "fscpph2");
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            }
            case FSF_ADAPTER_STATUS_AVAILABLE -> {
                switch (FsfStatusQual.WORD.get(FsfQtcbHeader.FSF_STATUS_QUAL.at(header), 0)) {
                    case FSF_SQ_INVOKE_LINK_TEST_PROCEDURE, FSF_SQ_ULP_DEPENDENT_ERP_REQUIRED ->
                            req.status |= ZFCP_STATUS_FSFREQ_ERROR;
                    default -> {
                    }
                }
            }
            case FSF_GOOD -> clearPhysOpen(port);
            default -> {
            }
        }
    }

    /** Not {@link ErpStatus#clearPortStatus}: the LUNs lose OPEN here, but the port must keep it. */
    private static void clearPhysOpen(Port port) {
        port.status.andnot(ZFCP_STATUS_PORT_PHYS_OPEN);
        ScsiHost shost = port.adapter.scsiHost;
        for (ScsiDevice sdev = shost.iterateDevices(null); sdev != null; sdev = shost.iterateDevices(sdev)) {
            ScsiDev zfcpSdev = ScsiDev.of(sdev);
            if (zfcpSdev.port == port) {
                zfcpSdev.status.andnot(ZFCP_STATUS_COMMON_OPEN);
            }
        }
    }

    /**
     * {@code zfcp_fsf_close_physical_port}: sends it for the forced recovery of a port, which is notified. ERP thread.
     *
     * @return 0, {@code -EIO} or {@code -ENOMEM}
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_close_physical_port")
    public static int closePhysicalPort(ErpAction erpAction) {
        ZfcpQdio qdio = erpAction.adapter.qdio;

        qdio.reqQLock.lockIrq();
        try {
            if (QdioSend.sbalGet(qdio) != 0) {
                return -Errno.EIO;
            }
            FsfReq req = FsfReqs.reqCreate(qdio, FSF_QTCB_CLOSE_PHYSICAL_PORT, QdioConstants.SBAL_SFLAGS0_TYPE_READ,
                    qdio.adapter.pool.erpReq);
            if (req == null) {
                return -Errno.ENOMEM;
            }

            req.status |= ZFCP_STATUS_FSFREQ_CLEANUP;
            QdioFill.setSbaleLast(qdio, req);

            req.data = erpAction.port;
            FsfQtcbHeader.PORT_HANDLE.set(FsfQtcb.HEADER.at(req.qtcb), erpAction.port.handle);
            req.erpAction = erpAction;
            req.handler = HANDLER;
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
