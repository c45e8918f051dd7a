// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import org.zfcp4j.layout.fsf.FsfProtStatusQual;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomSupport;
import org.zfcp4j.layout.fsf.FsfQtcbPrefix;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.dbf.DbfHba;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.erp.ErpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.qdio.QdioConnection;

/** Did the channel process the request at all: the protocol status of an answer. */
final class ProtStatus {
    private ProtStatus() {
    }

    /**
     * {@code zfcp_fsf_protstatus_eval}: traces the answer and reacts to its protocol status. All but the two that mean "look at the
     * FSF status" set ZFCP_STATUS_FSFREQ_ERROR, as does a dismissed request. Tasklet or ERP thread.
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_protstatus_eval")
    static void protstatusEval(FsfReq req) {
        Adapter adapter = req.adapter;
        long prefix = FsfQtcb.PREFIX.at(req.qtcb);
        long psq = FsfQtcbPrefix.PROT_STATUS_QUAL.at(prefix);

        DbfHba.hbaFsfResponse(req);

        if ((req.status & ZFCP_STATUS_FSFREQ_DISMISSED) != 0) {
            req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            return;
        }

        switch (FsfQtcbPrefix.PROT_STATUS.get(prefix)) {
            case FSF_PROT_GOOD, FSF_PROT_FSF_STATUS_PRESENTED -> {
                return;
            }
            case FSF_PROT_QTCB_VERSION_ERROR -> {
                DevMessage.err(adapter, "zfcp_fsf.c:zfcp_fsf_protstatus_eval", "The FCP channel does not support QTCB version "
                        + DevMessage.hex(FSF_QTCB_CURRENT_VERSION) + ", only "
                        + DevMessage.hex(FsfProtStatusQual.WORD.get(psq, 0)) + " to "
                        + DevMessage.hex(FsfProtStatusQual.WORD.get(psq, 1)));
                ErpTrigger.adapterShutdown(adapter, 0, "fspse_1");
            }
            case FSF_PROT_ERROR_STATE, FSF_PROT_SEQ_NUMB_ERROR -> {
                ErpTrigger.adapterReopen(adapter, 0, "fspse_2");
                req.status |= ZFCP_STATUS_FSFREQ_ERROR;
            }
            case FSF_PROT_UNSUPP_QTCB_TYPE -> {
                DevMessage.err(adapter, "zfcp_fsf.c:zfcp_fsf_protstatus_eval", "The FCP channel does not support a QTCB type");
                ErpTrigger.adapterShutdown(adapter, 0, "fspse_3");
            }
            case FSF_PROT_HOST_CONNECTION_INITIALIZING ->
                    adapter.status.or(ZFCP_STATUS_ADAPTER_HOST_CON_INIT);
            case FSF_PROT_DUPLICATE_REQUEST_ID -> {
                // The handle is taken from the support bottom whatever the command is, as Linux does: for an FCP command
                // the message shows other bytes.
                long support = FsfQtcbBottom.SUPPORT.at(FsfQtcb.BOTTOM.at(req.qtcb));
                DevMessage.err(adapter, "zfcp_fsf.c:zfcp_fsf_protstatus_eval",
                        "Request id 0x" + Long.toHexString(FsfQtcbBottomSupport.REQ_HANDLE.get(support))
                        + " is in use already");
                ErpTrigger.adapterShutdown(adapter, 0, "fspse_4");
            }
            case FSF_PROT_LINK_DOWN -> {
                LinkDown.linkDownInfoEval(req, FsfProtStatusQual.LINK_DOWN_INFO.at(psq));
                // The reopen is meant to flush pending requests.
                ErpTrigger.adapterReopen(adapter, 0, "fspse_6");
            }
            case FSF_PROT_REEST_QUEUE -> {
                // All ports may run again.
                ErpStatus.setAdapterStatus(adapter, ZFCP_STATUS_COMMON_RUNNING);
                ErpTrigger.adapterReopen(adapter, ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED | ZFCP_STATUS_COMMON_ERP_FAILED,
                        "fspse_8");
            }
            default -> {
                DevMessage.err(adapter, "zfcp_fsf.c:zfcp_fsf_protstatus_eval",
                        "Unknown protocol status " + DevMessage.hex(FsfQtcbPrefix.PROT_STATUS.get(prefix)));
                QdioConnection.siosl(adapter);
                ErpTrigger.adapterShutdown(adapter, 0, "fspse_9");
            }
        }
        req.status |= ZFCP_STATUS_FSFREQ_ERROR;
    }
}
