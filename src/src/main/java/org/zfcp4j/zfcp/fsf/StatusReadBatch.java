// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_MASK;

import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.zfcp.dbf.DbfHba;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ReqList;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.qdio.QdioFill;
import org.zfcp4j.zfcp.qdio.QdioSend;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/**
 * {@link StatusRead#statusRead} for several buffers at a time; Linux has no such function. Requests and pages are made ready without
 * a lock; then the SBALs are filled and handed to the channel as one run, with {@code req_q_lock} taken once and one signal.
 */
public final class StatusReadBatch {
    private StatusReadBatch() {
    }

    /**
     * Gives the channel up to {@code count} status read buffers: fewer if memory or SBALs are short. May wait for the first SBAL
     * for five seconds, so process context. Requests that are not sent yet are chained through {@link FsfReq#next}.
     *
     * @param count above 0
     * @return how many the channel got, those included whose signal failed; after an error of the queues, their recovery was triggered
     */
    public static int statusReads(ZfcpQdio qdio, int count) {
        FsfReq chain = prepare(qdio.adapter, count);
        if (chain == null) {
            return 0;
        }
        int posted = 0;
        FsfReq rest = chain;
        qdio.reqQLock.lockIrq();
        if (QdioSend.sbalGet(qdio) == 0) {
            int first = qdio.reqQIdx;
            long firstId = qdio.adapter.reqNo;
            long issued = qdio.kernel.todClock();
            int room = qdio.reqQFree.read();
            ReqList list = qdio.adapter.reqList;
            list.lock.lockIrq();
            do {
                FsfReq req = rest;
                rest = req.next;
                fill(qdio, req, issued, room - posted);
                // From here on only its id is used.
                ReqLists.addLocked(list, req);
                posted++;
            } while (rest != null && posted < room);
            list.lock.unlockIrq();
            qdio.reqQIdx = first;
            int rc = QdioSend.send(qdio, first, posted);
            if (rc != 0) {
                if (rc < 0) {
                    takeBack(qdio.adapter, firstId, posted);
                    posted = 0;
                }
                ErpTrigger.adapterReopen(qdio.adapter, 0, "fsrs__1");
            }
        }
        qdio.reqQLock.unlockIrq();
        discard(rest);
        return posted;
    }

    /** Up to {@code count} requests with a cleared page each; null when there is no memory for one. */
    private static FsfReq prepare(Adapter adapter, int count) {
        FsfReq chain = null;
        for (int i = 0; i < count; i++) {
            FsfReq req = FsfReqs.alloc(adapter, adapter.pool.statusReadReq);
            if (req == null) {
                break;
            }
            req.adapter = adapter;
            long page = adapter.pool.srData.alloc();
            if (page == 0) {
                FsfReqs.reqFree(req);
                break;
            }
            Memory.zero(page, FsfStatusReadBuffer.SIZE);
            req.srb = page;
            req.next = chain;
            chain = req;
        }
        return chain;
    }

    /** Fills the next SBAL. Under {@code req_q_lock}. */
    private static void fill(ZfcpQdio qdio, FsfReq req, long issued, int room) {
        Adapter adapter = qdio.adapter;
        req.next = null;
        req.reqId = adapter.reqNo++;
        req.issued = issued;
        QdioFill.reqInit(qdio, req, req.reqId, QdioConstants.SBAL_SFLAGS0_TYPE_STATUS, 0, 0);
        QdioFill.fillNext(qdio, req, req.srb, FsfStatusReadBuffer.SIZE);
        QdioFill.setSbaleLast(qdio, req);
        req.qdioOutbUsage = room;
        qdio.reqQIdx = (qdio.reqQIdx + 1) & QDIO_MAX_BUFFERS_MASK;
    }

    /** After a send that failed, what {@link FsfReqs#reqSend} and its caller do for one request. Under {@code req_q_lock}. */
    private static void takeBack(Adapter adapter, long firstId, int count) {
        for (int i = 0; i < count; i++) {
            FsfReq req = ReqLists.findRm(adapter.reqList, firstId + i);
            adapter.pool.srData.free(req.srb);
            req.srb = 0;
            DbfHba.hbaFsfUss("fssr__1", req);
            FsfReqs.reqFree(req);
        }
    }

    /** Frees requests that found no room. */
    private static void discard(FsfReq chain) {
        FsfReq next;
        for (FsfReq req = chain; req != null; req = next) {
            next = req.next;
            req.adapter.pool.srData.free(req.srb);
            FsfReqs.reqFree(req);
        }
    }
}
