// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import java.util.function.Consumer;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Mempool;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfStatusQual;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.dbf.DbfSan;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.CtEls;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.WkaPort;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.qdio.QdioSend;

/** Send generic: a CT request to a well-known port, for instance a name server query. */
public final class SendCt {
    private static final Consumer<FsfReq> HANDLER = SendCt::sendCtHandler;

    private SendCt() {
    }

    /** {@code zfcp_fsf_send_ct_handler}: calls the handler of the CT request, whatever the outcome. Tasklet or ERP thread. */
    @LinuxSource(value = "zfcp_fsf.c:zfcp_fsf_send_ct_handler", calls = "ct->handler")
    static void sendCtHandler(FsfReq req) {
        CtEls ct = (CtEls) req.data;

        ct.status = -Errno.EINVAL;

        if ((req.status & ZFCP_STATUS_FSFREQ_ERROR) == 0) {
            evaluate(req, ct);
        }
        if (ct.handler != null) {
            ct.handler.accept(ct.handlerData);
        }
    }

    private static void evaluate(FsfReq req, CtEls ct) {
        Adapter adapter = req.adapter;
        long header = FsfQtcb.HEADER.at(req.qtcb);

        switch (FsfQtcbHeader.FSF_STATUS.get(header)) {
            case FSF_GOOD -> {
                ct.status = 0;
                DbfSan.sanRes("fsscth2", req);
            }
            case FSF_SERVICE_CLASS_NOT_SUPPORTED -> FsfStatus.classNotSupp(req);
            case FSF_ADAPTER_STATUS_AVAILABLE -> {
                switch (FsfStatusQual.WORD.get(FsfQtcbHeader.FSF_STATUS_QUAL.at(header), 0)) {
                    case FSF_SQ_INVOKE_LINK_TEST_PROCEDURE, FSF_SQ_ULP_DEPENDENT_ERP_REQUIRED ->
                            req.status |= ZFCP_STATUS_FSFREQ_ERROR;
                    default -> {
                    }
                }
            }
            case FSF_PORT_BOXED -> req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            case FSF_PORT_HANDLE_NOT_VALID -> {
                ErpTrigger.adapterReopen(adapter, 0, "fsscth1");
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            }
            case FSF_GENERIC_COMMAND_REJECTED, FSF_PAYLOAD_SIZE_MISMATCH, FSF_REQUEST_SIZE_TOO_LARGE,
                    FSF_RESPONSE_SIZE_TOO_LARGE, FSF_SBAL_MISMATCH -> req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            default -> {
            }
        }
    }

    /**
     * {@code zfcp_fsf_send_ct}: sends a CT request; {@code ct.handler} is called when it is done. Process context.
     *
     * @param pool for the request, or null
     * @param timeout seconds that the channel waits; the driver waits 10 seconds longer
     * @return 0 or a negative errno, and then the handler is not called
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_send_ct")
    public static int sendCt(WkaPort wkaPort, CtEls ct, Mempool<FsfReq> pool, int timeout) {
        ZfcpQdio qdio = wkaPort.adapter.qdio;

        qdio.reqQLock.lockIrq();
        try {
            if (QdioSend.sbalGet(qdio) != 0) {
                return -Errno.EIO;
            }
            FsfReq req = FsfReqs.reqCreate(qdio, FSF_QTCB_SEND_GENERIC, QdioConstants.SBAL_SFLAGS0_TYPE_WRITE_READ, pool);
            if (req == null) {
                return -Errno.ENOMEM;
            }

            req.status |= ZFCP_STATUS_FSFREQ_CLEANUP;
            int ret = CtElsSetup.setupCtEls(req, ct.req, ct.resp, timeout);
            if (ret == 0) {
                req.handler = HANDLER;
                FsfQtcbHeader.PORT_HANDLE.set(FsfQtcb.HEADER.at(req.qtcb), wkaPort.handle);
                ct.dId = wkaPort.dId;
                req.data = ct;

                DbfSan.sanReq("fssct_1", req, wkaPort.dId);

                ret = FsfReqs.reqSend(req);
                if (ret == 0) {
                    return 0;
                }
            }
            FsfReqs.reqFree(req);
            return ret;
        } finally {
            qdio.reqQLock.unlockIrq();
        }
    }
}
