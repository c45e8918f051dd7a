// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.zfcp4j.layout.fsf.FsfConstants.*;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomSupport;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScatterList;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.QdioReq;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.qdio.QdioFill;
import org.zfcp4j.zfcp.qdio.QdioSend;

/** Where the request and response payloads of a CT or ELS command lie in its SBALs; under {@code req_q_lock}. */
final class CtElsSetup {
    /** Seconds; the largest value that the channel takes. */
    private static final int MAX_HARDWARE_TIMEOUT = 255;
    /** Seconds that the driver waits longer than the channel. */
    private static final int SOFTWARE_TIMEOUT_MARGIN = 10;

    private CtElsSetup() {
    }

    /** {@code zfcp_fsf_setup_ct_els_unchained}: both payloads in one SBAL, directly behind the QTCB. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_setup_ct_els_unchained")
    static void setupCtElsUnchained(ZfcpQdio qdio, QdioReq qReq, ScatterList sgReq, ScatterList sgResp) {
        QdioFill.fillNext(qdio, qReq, sgReq.address(0), sgReq.length(0));
        QdioFill.fillNext(qdio, qReq, sgResp.address(0), sgResp.length(0));
        QdioFill.setSbaleLast(qdio, qReq);
    }

    /**
     * {@code zfcp_fsf_setup_ct_els_sbals}: @return 0, {@code -EIO}, or {@code -EOPNOTSUPP} if the channel cannot chain SBALs for
     * these commands
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_setup_ct_els_sbals")
    static int setupCtElsSbals(FsfReq req, ScatterList sgReq, ScatterList sgResp) {
        Adapter adapter = req.adapter;
        ZfcpQdio qdio = adapter.qdio;
        long support = FsfQtcbBottom.SUPPORT.at(FsfQtcb.BOTTOM.at(req.qtcb));
        int feat = adapter.adapterFeatures;

        if (adapter.multiBufferActive()) {
            if (QdioSend.sbalsFromSg(qdio, req, sgReq) != 0) {
                return -Errno.EIO;
            }
            FsfQtcbBottomSupport.REQ_BUF_LENGTH.set(support, QdioFill.realBytes(sgReq));
            if (QdioSend.sbalsFromSg(qdio, req, sgResp) != 0) {
                return -Errno.EIO;
            }
            FsfQtcbBottomSupport.RESP_BUF_LENGTH.set(support, QdioFill.realBytes(sgResp));

            QdioFill.setDataDiv(qdio, req, sgReq.count());
            QdioFill.setSbaleLast(qdio, req);
            QdioFill.setScount(qdio, req);
            return 0;
        }

        if (QdioFill.sgOneSbale(sgReq) && QdioFill.sgOneSbale(sgResp)) {
            setupCtElsUnchained(qdio, req, sgReq, sgResp);
            return 0;
        }

        if ((feat & FSF_FEATURE_ELS_CT_CHAINED_SBALS) == 0) {
            return -Errno.EOPNOTSUPP;
        }

        if (QdioSend.sbalsFromSg(qdio, req, sgReq) != 0) {
            return -Errno.EIO;
        }
        FsfQtcbBottomSupport.REQ_BUF_LENGTH.set(support, QdioFill.realBytes(sgReq));

        // The response starts in an SBAL of its own.
        QdioFill.setSbaleLast(qdio, req);
        QdioFill.skipToLastSbale(qdio, req);

        if (QdioSend.sbalsFromSg(qdio, req, sgResp) != 0) {
            return -Errno.EIO;
        }
        FsfQtcbBottomSupport.RESP_BUF_LENGTH.set(support, QdioFill.realBytes(sgResp));

        QdioFill.setSbaleLast(qdio, req);
        return 0;
    }

    /**
     * {@code zfcp_fsf_setup_ct_els}: fills the SBALs and what CT and ELS have in common, and starts the timer.
     *
     * @param timeout seconds that the channel waits for the response
     * @return as {@link #setupCtElsSbals}
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_setup_ct_els")
    static int setupCtEls(FsfReq req, ScatterList sgReq, ScatterList sgResp, int timeout) {
        int ret = setupCtElsSbals(req, sgReq, sgResp);
        if (ret != 0) {
            return ret;
        }

        int hardwareTimeout = Math.min(timeout, MAX_HARDWARE_TIMEOUT);
        long support = FsfQtcbBottom.SUPPORT.at(FsfQtcb.BOTTOM.at(req.qtcb));
        FsfQtcbBottomSupport.SERVICE_CLASS.set(support, FSF_CLASS_3);
        FsfQtcbBottomSupport.TIMEOUT.set(support, hardwareTimeout);
        FsfReqs.startTimer(req, (hardwareTimeout + SOFTWARE_TIMEOUT_MARGIN) * Kernel.HZ);
        return 0;
    }
}
