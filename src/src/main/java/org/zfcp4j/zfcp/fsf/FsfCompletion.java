// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import org.zfcp4j.kernel.ListHead;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.erp.ErpNotify;
import org.zfcp4j.zfcp.qdio.QdioConnection;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/** The end of a request: answered by the channel, or dismissed because the queues were closed. */
public final class FsfCompletion {
    private FsfCompletion() {
    }

    /**
     * {@code zfcp_fsf_req_complete}: evaluates the answer, calls the request's handler, tells a waiting ERP action, and
     * frees the request or wakes its waiter. The request must be off the request list, so that
     * {@code zfcp_erp_strategy_check_fsfreq} cannot change it at the same time. Tasklet or ERP thread.
     */
    @LinuxSource(value = "zfcp_fsf.c:zfcp_fsf_req_complete", calls = "req->handler")
    public static void reqComplete(FsfReq req) {
        if (req.isStatusReadBuffer()) {
            StatusRead.statusReadHandler(req);
            return;
        }

        req.timer.deleteSync();
        ProtStatus.protstatusEval(req);
        FsfStatus.fsfstatusEval(req);
        req.handler.accept(req);

        ErpAction erpAction = req.erpAction;
        if (erpAction != null) {
            ErpNotify.notify(erpAction, 0);
        }

        if ((req.status & ZfcpStatus.ZFCP_STATUS_FSFREQ_CLEANUP) != 0) {
            FsfReqs.reqFree(req);
        } else {
            req.completion.complete();
        }
    }

    /**
     * {@code zfcp_fsf_req_dismiss_all}: completes all pending requests as dismissed. Only after the queues were closed,
     * because the channel must not write to their memory any more. ERP thread.
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_req_dismiss_all")
    public static void reqDismissAll(Adapter adapter) {
        ListHead<FsfReq> removeQueue = new ListHead<>();

        if ((adapter.status.read() & ZfcpStatus.ZFCP_STATUS_ADAPTER_QDIOUP) != 0) {
            throw new IllegalStateException("requests of " + adapter.busId() + " dismissed while its queues are open");
        }
        ReqLists.move(adapter.reqList, removeQueue);

        ListNode<FsfReq> next;
        for (ListNode<FsfReq> node = removeQueue.first(); node != null; node = next) {
            next = removeQueue.next(node);
            FsfReq req = node.owner();
            node.del();
            req.status |= ZfcpStatus.ZFCP_STATUS_FSFREQ_DISMISSED;
            reqComplete(req);
        }
    }

    /**
     * {@code zfcp_fsf_reqid_check}: completes the requests whose ids the channel put into a response SBAL. An id that is
     * not pending means that memory may be corrupt, so it ends the run. Tasklet of the response queue.
     *
     * @param sbalIdx index of the SBAL in the response queue
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_reqid_check")
    public static void reqidCheck(ZfcpQdio qdio, int sbalIdx) {
        Adapter adapter = qdio.adapter;
        long sbal = qdio.resQ[sbalIdx];

        for (int idx = 0; idx < QdioConstants.QDIO_MAX_ELEMENTS_PER_BUFFER; idx++) {
            long sbale = QdioBuffer.ELEMENT.at(sbal, idx);
            long reqId = QdioBufferElement.ADDR.get(sbale);
            FsfReq fsfReq = ReqLists.findRm(adapter.reqList, reqId);

            if (fsfReq == null) {
                QdioConnection.siosl(adapter);
                adapter.module.kernel.panic("unknown request id " + Long.toHexString(reqId) + " from FCP device "
                        + adapter.busId());
                return;
            }

            reqComplete(fsfReq);

            if ((QdioBufferElement.EFLAGS.get(sbale) & QdioConstants.SBAL_EFLAGS_LAST_ENTRY) != 0) {
                break;
            }
        }
    }
}
