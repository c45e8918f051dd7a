// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import java.util.function.Consumer;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.erp.ErpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.qdio.QdioFill;
import org.zfcp4j.zfcp.qdio.QdioSend;

/** Close port: the channel gives up the handle of a remote port, and with it those of its LUNs. */
public final class ClosePort {
    private static final Consumer<FsfReq> HANDLER = ClosePort::closePortHandler;

    private ClosePort() {
    }

    /** {@code zfcp_fsf_close_port_handler}: tasklet or ERP thread. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_close_port_handler")
    static void closePortHandler(FsfReq req) {
        Port port = (Port) req.data;

        if ((req.status & ZFCP_STATUS_FSFREQ_ERROR) != 0) {
            return;
        }

        switch (FsfQtcbHeader.FSF_STATUS.get(FsfQtcb.HEADER.at(req.qtcb))) {
            case FSF_PORT_HANDLE_NOT_VALID -> {
                ErpTrigger.adapterReopen(port.adapter, 0, "fscph_1");
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            }
            case FSF_ADAPTER_STATUS_AVAILABLE -> {
            }
            case FSF_GOOD -> ErpStatus.clearPortStatus(port, ZFCP_STATUS_COMMON_OPEN);
            default -> {
            }
        }
    }

    /**
     * {@code zfcp_fsf_close_port}: sends it for the recovery of a port, which is notified. ERP thread.
     *
     * @return 0, {@code -EIO} or {@code -ENOMEM}
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_close_port")
    public static int closePort(ErpAction erpAction) {
        ZfcpQdio qdio = erpAction.adapter.qdio;

        qdio.reqQLock.lockIrq();
        try {
            if (QdioSend.sbalGet(qdio) != 0) {
                return -Errno.EIO;
            }
            FsfReq req = FsfReqs.reqCreate(qdio, FSF_QTCB_CLOSE_PORT, QdioConstants.SBAL_SFLAGS0_TYPE_READ,
                    qdio.adapter.pool.erpReq);
            if (req == null) {
                return -Errno.ENOMEM;
            }

            req.status |= ZFCP_STATUS_FSFREQ_CLEANUP;
            QdioFill.setSbaleLast(qdio, req);

            req.handler = HANDLER;
            req.data = erpAction.port;
            req.erpAction = erpAction;
            FsfQtcbHeader.PORT_HANDLE.set(FsfQtcb.HEADER.at(req.qtcb), erpAction.port.handle);
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
