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
import org.zfcp4j.layout.fsf.FsfStatusQual;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.erp.ErpStatus;
import org.zfcp4j.zfcp.fc.Plogi;
import org.zfcp4j.zfcp.qdio.QdioFill;
import org.zfcp4j.zfcp.qdio.QdioSend;

/** Open port: the channel logs in to a remote port by its D_ID. */
public final class OpenPort {
    private static final Consumer<FsfReq> HANDLER = OpenPort::openPortHandler;

    private OpenPort() {
    }

    /** {@code zfcp_fsf_open_port_handler}: drops the port reference that the request held. Tasklet or ERP thread. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_open_port_handler")
    static void openPortHandler(FsfReq req) {
        Port port = (Port) req.data;

        if ((req.status & ZFCP_STATUS_FSFREQ_ERROR) == 0) {
            evaluate(req, port);
        }
        port.dev.put();
    }

    private static void evaluate(FsfReq req, Port port) {
        Adapter adapter = req.adapter;
        long header = FsfQtcb.HEADER.at(req.qtcb);
        long qual = FsfQtcbHeader.FSF_STATUS_QUAL.at(header);

        switch (FsfQtcbHeader.FSF_STATUS.get(header)) {
            case FSF_PORT_ALREADY_OPEN -> {
            }
            case FSF_MAXIMUM_NUMBER_OF_PORTS_EXCEEDED -> {
                DevMessage.warn(adapter, "zfcp_fsf.c:zfcp_fsf_open_port_handler",
                        "The FCP channel has no resources left to open remote port "
                        + DevMessage.hex64(port.wwpn));
                ErpStatus.setPortStatus(port, ZFCP_STATUS_COMMON_ERP_FAILED);
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            }
            case FSF_SECURITY_ERROR -> {
                FcSecurity.logSecurityError(req.adapter, FsfStatusQual.WORD.get(qual, 0), port.wwpn);
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            }
            case FSF_ADAPTER_STATUS_AVAILABLE -> {
                switch (FsfStatusQual.WORD.get(qual, 0)) {
                    // No link test: it needs an open port.
                    case FSF_SQ_INVOKE_LINK_TEST_PROCEDURE, FSF_SQ_ULP_DEPENDENT_ERP_REQUIRED,
                            FSF_SQ_NO_RETRY_POSSIBLE -> req.status |= ZFCP_STATUS_FSFREQ_ERROR;
                    default -> {
                    }
                }
            }
            case FSF_GOOD -> opened(req, port);
            case FSF_UNKNOWN_OP_SUBTYPE -> req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            default -> {
            }
        }
    }

    private static void opened(FsfReq req, Port port) {
        Adapter adapter = req.adapter;
        long bottom = FsfQtcbBottom.SUPPORT.at(FsfQtcb.BOTTOM.at(req.qtcb));

        port.handle = FsfQtcbHeader.PORT_HANDLE.get(FsfQtcb.HEADER.at(req.qtcb));
        if ((adapter.adapterFeatures & FSF_FEATURE_FC_SECURITY) != 0) {
            port.connectionInfo = FsfQtcbBottomSupport.CONNECTION_INFO.get(bottom);
        } else {
            port.connectionInfo = 0;
        }
        FcSecurity.logPortFcSecurity(port, req);
        port.status.or(ZFCP_STATUS_COMMON_OPEN | ZFCP_STATUS_PORT_PHYS_OPEN);
        port.status.andnot(ZFCP_STATUS_COMMON_ACCESS_BOXED);
        // The PLOGI shows whether another port has got this D_ID. That can miss one: the channel does not watch closures
        // on the remote side and may answer from what it remembers of a port that is gone.
        if (Integer.compareUnsigned(FsfQtcbBottomSupport.ELS1_LENGTH.get(bottom), FSF_PLOGI_MIN_LEN) >= 0) {
            Plogi.plogiEvaluate(port, FsfQtcbBottomSupport.ELS.at(bottom));
        }
    }

    /**
     * {@code zfcp_fsf_open_port}: sends it for the recovery of a port, which is notified. The request holds a reference on
     * the port. ERP thread.
     *
     * @return 0, {@code -EIO} or {@code -ENOMEM}
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_open_port")
    public static int openPort(ErpAction erpAction) {
        ZfcpQdio qdio = erpAction.adapter.qdio;
        Port port = erpAction.port;

        qdio.reqQLock.lockIrq();
        try {
            if (QdioSend.sbalGet(qdio) != 0) {
                return -Errno.EIO;
            }
            FsfReq req = FsfReqs.reqCreate(qdio, FSF_QTCB_OPEN_PORT_WITH_DID, QdioConstants.SBAL_SFLAGS0_TYPE_READ,
                    qdio.adapter.pool.erpReq);
            if (req == null) {
                return -Errno.ENOMEM;
            }

            req.status |= ZFCP_STATUS_FSFREQ_CLEANUP;
            QdioFill.setSbaleLast(qdio, req);

            req.handler = HANDLER;
            FsfQtcbBottomSupport.D_ID.set(FsfQtcbBottom.SUPPORT.at(FsfQtcb.BOTTOM.at(req.qtcb)), port.dId);
            req.data = port;
            req.erpAction = erpAction;
            erpAction.fsfReqId = req.reqId;
            port.dev.get();

            FsfReqs.startErpTimer(req);
            int retval = FsfReqs.reqSend(req);
            if (retval != 0) {
                FsfReqs.reqFree(req);
                erpAction.fsfReqId = 0;
                port.dev.put();
            }
            return retval;
        } finally {
            qdio.reqQLock.unlockIrq();
        }
    }
}
