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
import org.zfcp4j.zfcp.dbf.DbfSan;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.CtEls;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.qdio.QdioFill;
import org.zfcp4j.zfcp.qdio.QdioSend;

/** Send ELS: an extended link service request to a remote port, which need not be open. */
public final class SendEls {
    /** SBALs of an ELS without multiple-buffer requests: one for the request, one for the response. */
    private static final int ELS_MAX_SBALS = 2;

    private static final Consumer<FsfReq> HANDLER = SendEls::sendElsHandler;

    private SendEls() {
    }

    /** {@code zfcp_fsf_send_els_handler}: calls the handler of the ELS, whatever the outcome. Tasklet or ERP thread. */
    @LinuxSource(value = "zfcp_fsf.c:zfcp_fsf_send_els_handler", calls = "send_els->handler")
    static void sendElsHandler(FsfReq req) {
        CtEls sendEls = (CtEls) req.data;

        sendEls.status = -Errno.EINVAL;

        if ((req.status & ZFCP_STATUS_FSFREQ_ERROR) == 0) {
            evaluate(req, sendEls);
        }
        if (sendEls.handler != null) {
            sendEls.handler.accept(sendEls.handlerData);
        }
    }

    private static void evaluate(FsfReq req, CtEls sendEls) {
        long header = FsfQtcb.HEADER.at(req.qtcb);

        switch (FsfQtcbHeader.FSF_STATUS.get(header)) {
            case FSF_GOOD -> {
                sendEls.status = 0;
                DbfSan.sanRes("fsselh1", req);
            }
            case FSF_SERVICE_CLASS_NOT_SUPPORTED -> FsfStatus.classNotSupp(req);
            case FSF_ADAPTER_STATUS_AVAILABLE -> {
                switch (FsfStatusQual.WORD.get(FsfQtcbHeader.FSF_STATUS_QUAL.at(header), 0)) {
                    case FSF_SQ_INVOKE_LINK_TEST_PROCEDURE, FSF_SQ_ULP_DEPENDENT_ERP_REQUIRED,
                            FSF_SQ_RETRY_IF_POSSIBLE -> req.status |= ZFCP_STATUS_FSFREQ_ERROR;
                    default -> {
                    }
                }
            }
            case FSF_ELS_COMMAND_REJECTED, FSF_PAYLOAD_SIZE_MISMATCH, FSF_REQUEST_SIZE_TOO_LARGE,
                    FSF_RESPONSE_SIZE_TOO_LARGE -> {
            }
            // FSF_SBAL_MISMATCH belongs here; the limit at the send avoids it.
            default -> req.status |= ZFCP_STATUS_FSFREQ_ERROR;
        }
    }

    /**
     * {@code zfcp_fsf_send_els}: sends an ELS; {@code els.handler} is called when it is done. Process context.
     *
     * @param dId destination, 24 bits
     * @param timeout seconds that the channel waits; the driver waits 10 seconds longer
     * @return 0 or a negative errno, and then the handler is not called
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_send_els")
    public static int sendEls(Adapter adapter, int dId, CtEls els, int timeout) {
        ZfcpQdio qdio = adapter.qdio;

        qdio.reqQLock.lockIrq();
        try {
            if (QdioSend.sbalGet(qdio) != 0) {
                return -Errno.EIO;
            }
            FsfReq req = FsfReqs.reqCreate(qdio, FSF_QTCB_SEND_ELS, QdioConstants.SBAL_SFLAGS0_TYPE_WRITE_READ, null);
            if (req == null) {
                return -Errno.ENOMEM;
            }

            req.status |= ZFCP_STATUS_FSFREQ_CLEANUP;

            if (!adapter.multiBufferActive()) {
                QdioFill.sbalLimit(qdio, req, ELS_MAX_SBALS);
            }

            int ret = CtElsSetup.setupCtEls(req, els.req, els.resp, timeout);
            if (ret == 0) {
                FsfQtcbBottomSupport.D_ID.set(FsfQtcbBottom.SUPPORT.at(FsfQtcb.BOTTOM.at(req.qtcb)), dId);
                req.handler = HANDLER;
                els.dId = dId;
                req.data = els;

                DbfSan.sanReq("fssels1", req, dId);

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
