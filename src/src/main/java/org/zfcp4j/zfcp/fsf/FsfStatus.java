// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_FSFREQ_ERROR;

import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfStatusQual;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.qdio.QdioConnection;

/** The FSF statuses that mean the same for every command. Tasklet or ERP thread. */
final class FsfStatus {
    private FsfStatus() {
    }

    /** {@code zfcp_fsf_class_not_supp}: the channel does not know the class of service. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_class_not_supp")
    static void classNotSupp(FsfReq req) {
        DevMessage.err(req.adapter, "zfcp_fsf.c:zfcp_fsf_class_not_supp", "The FCP device cannot be used: FC class not supported");
        ErpTrigger.adapterShutdown(req.adapter, 0, "fscns_1");
        req.status |= ZFCP_STATUS_FSFREQ_ERROR;
    }

    /** {@code zfcp_fsf_fsfstatus_qual_eval}: the recommendation that comes with FSF_ADAPTER_STATUS_AVAILABLE. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_fsfstatus_qual_eval")
    static void fsfstatusQualEval(FsfReq req) {
        switch (FsfStatusQual.WORD.get(FsfQtcbHeader.FSF_STATUS_QUAL.at(FsfQtcb.HEADER.at(req.qtcb)), 0)) {
            case FSF_SQ_FCP_RSP_AVAILABLE, FSF_SQ_INVOKE_LINK_TEST_PROCEDURE, FSF_SQ_NO_RETRY_POSSIBLE,
                    FSF_SQ_ULP_DEPENDENT_ERP_REQUIRED -> {
                return;
            }
            case FSF_SQ_COMMAND_ABORTED -> {
            }
            case FSF_SQ_NO_RECOM -> {
                DevMessage.err(req.adapter, "zfcp_fsf.c:zfcp_fsf_fsfstatus_qual_eval",
                        "The FCP channel reported a problem without a way to recover");
                QdioConnection.siosl(req.adapter);
                ErpTrigger.adapterShutdown(req.adapter, 0, "fsfsqe1");
            }
            default -> {
            }
        }
        req.status |= ZFCP_STATUS_FSFREQ_ERROR;
    }

    /** {@code zfcp_fsf_fsfstatus_eval}: what no command's own handler has to look at. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_fsfstatus_eval")
    static void fsfstatusEval(FsfReq req) {
        if ((req.status & ZFCP_STATUS_FSFREQ_ERROR) != 0) {
            return;
        }
        long header = FsfQtcb.HEADER.at(req.qtcb);
        switch (FsfQtcbHeader.FSF_STATUS.get(header)) {
            case FSF_UNKNOWN_COMMAND -> {
                DevMessage.err(req.adapter, "zfcp_fsf.c:zfcp_fsf_fsfstatus_eval", "The FCP channel does not know command "
                        + DevMessage.hex(FsfQtcbHeader.FSF_COMMAND.get(header)));
                ErpTrigger.adapterShutdown(req.adapter, 0, "fsfse_1");
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            }
            case FSF_ADAPTER_STATUS_AVAILABLE -> fsfstatusQualEval(req);
            default -> {
            }
        }
    }
}
