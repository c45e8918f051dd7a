// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.zfcp4j.layout.fsf.FsfConstants.*;

import java.util.function.Consumer;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.Mempool;
import org.zfcp4j.kernel.StoragePool;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfQtcbPrefix;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ReqList;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.erp.ErpNotify;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.qdio.QdioConnection;
import org.zfcp4j.zfcp.qdio.QdioFill;
import org.zfcp4j.zfcp.qdio.QdioSend;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/** Life of a request up to its send: allocation, preparation, timer, send, release. */
public final class FsfReqs {
    /** Jiffies; for abort and task management, which the SCSI error handler waits for. */
    public static final int ZFCP_FSF_SCSI_ER_TIMEOUT = 10 * Kernel.HZ;
    /** Jiffies; for exchange config or port data outside of recovery, and for opening and closing a WKA port. */
    public static final int ZFCP_FSF_REQUEST_TIMEOUT = 60 * Kernel.HZ;
    /** Jiffies that recovery gives a request. */
    private static final int ERP_REQUEST_TIMEOUT = 30 * Kernel.HZ;

    /** A number that the driver puts into every QTCB to say who it is. */
    private static final int ULP_INFO = 26;

    private static final Consumer<FsfReq> REQUEST_TIMEOUT_HANDLER = FsfReqs::requestTimeoutHandler;
    private static final Consumer<FsfReq> ERP_TIMEOUT_HANDLER = ErpNotify::timeoutHandler;

    /** QTCB type of each command. */
    private static final int[] FSF_QTCB_TYPE = qtcbTypes();

    private FsfReqs() {
    }

    private static int[] qtcbTypes() {
        int[] types = new int[FSF_QTCB_UPLOAD_CONTROL_FILE + 1];
        types[FSF_QTCB_FCP_CMND] = FSF_IO_COMMAND;
        types[FSF_QTCB_ABORT_FCP_CMND] = FSF_SUPPORT_COMMAND;
        types[FSF_QTCB_OPEN_PORT_WITH_DID] = FSF_SUPPORT_COMMAND;
        types[FSF_QTCB_OPEN_LUN] = FSF_SUPPORT_COMMAND;
        types[FSF_QTCB_CLOSE_LUN] = FSF_SUPPORT_COMMAND;
        types[FSF_QTCB_CLOSE_PORT] = FSF_SUPPORT_COMMAND;
        types[FSF_QTCB_CLOSE_PHYSICAL_PORT] = FSF_SUPPORT_COMMAND;
        types[FSF_QTCB_SEND_ELS] = FSF_SUPPORT_COMMAND;
        types[FSF_QTCB_SEND_GENERIC] = FSF_SUPPORT_COMMAND;
        types[FSF_QTCB_EXCHANGE_CONFIG_DATA] = FSF_CONFIG_COMMAND;
        types[FSF_QTCB_EXCHANGE_PORT_DATA] = FSF_PORT_COMMAND;
        types[FSF_QTCB_DOWNLOAD_CONTROL_FILE] = FSF_SUPPORT_COMMAND;
        types[FSF_QTCB_UPLOAD_CONTROL_FILE] = FSF_SUPPORT_COMMAND;
        return types;
    }

    /** {@code zfcp_fsf_request_timeout_handler}: a request outside of recovery got no answer in time: timer context. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_request_timeout_handler")
    static void requestTimeoutHandler(FsfReq fsfReq) {
        Adapter adapter = fsfReq.adapter;
        QdioConnection.siosl(adapter);
        ErpTrigger.adapterReopen(adapter, ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED, "fsrth_1");
    }

    /**
     * {@code zfcp_fsf_start_timer}: the adapter is reopened unless the request completes within {@code timeout}.
     *
     * @param timeout jiffies
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_start_timer")
    public static void startTimer(FsfReq fsfReq, int timeout) {
        fsfReq.timerSetup(REQUEST_TIMEOUT_HANDLER);
        fsfReq.timer.arm(timeout);
    }

    /** {@code zfcp_fsf_start_erp_timer}: the ERP action of the request times out after 30 seconds. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_start_erp_timer")
    public static void startErpTimer(FsfReq fsfReq) {
        if (fsfReq.erpAction == null) {
            throw new IllegalStateException("request " + fsfReq.reqId + " has no ERP action");
        }
        fsfReq.timerSetup(ERP_TIMEOUT_HANDLER);
        fsfReq.timer.arm(ERP_REQUEST_TIMEOUT);
    }

    /** {@code zfcp_fsf_req_free}: returns a request and its QTCB to their pool or cache. Any context. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_req_free")
    public static void reqFree(FsfReq req) {
        Adapter adapter = req.adapter;
        Mempool<FsfReq> pool = req.pool;
        if (pool != null) {
            if (!req.isStatusReadBuffer()) {
                adapter.pool.qtcbPool.free(req.qtcb);
            }
            pool.free(req);
            return;
        }
        if (!req.isStatusReadBuffer()) {
            adapter.module.qtcbCache.free(req.qtcb);
        }
        adapter.module.fsfReqCache.free(req);
    }

    /** {@code zfcp_fsf_alloc}: a zeroed request, or null when memory is exhausted; {@code pool} may be null. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_alloc")
    static FsfReq alloc(Adapter adapter, Mempool<FsfReq> pool) {
        FsfReq req = pool != null ? pool.alloc() : adapter.module.fsfReqCache.alloc();
        if (req == null) {
            return null;
        }
        req.reset();
        req.pool = pool;
        return req;
    }

    /** {@code zfcp_fsf_qtcb_alloc}: absolute address of a zeroed QTCB, or 0 when memory is exhausted; {@code pool} may be null. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_qtcb_alloc")
    static long qtcbAlloc(Adapter adapter, StoragePool pool) {
        long qtcb = pool != null ? pool.alloc() : adapter.module.qtcbCache.alloc();
        if (qtcb == 0) {
            return 0;
        }
        Memory.zero(qtcb, FsfQtcb.SIZE);
        return qtcb;
    }

    /**
     * {@code zfcp_fsf_req_create}: a request with the next request id, its QTCB (none for a status read) and its first
     * SBALEs filled in. Called with {@code req_q_lock} held and an SBAL free.
     *
     * @param fsfCmd an FSF_QTCB_ command, or FSF_QTCB_UNSOLICITED_STATUS
     * @param sbtype an SBAL_SFLAGS0_TYPE_ value
     * @param pool where to take the request from; null for none, then the QTCB comes from no pool either
     * @return null for {@code -ENOMEM}
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_req_create")
    public static FsfReq reqCreate(ZfcpQdio qdio, int fsfCmd, int sbtype, Mempool<FsfReq> pool) {
        Adapter adapter = qdio.adapter;
        FsfReq req = alloc(adapter, pool);
        if (req == null) {
            return null;
        }
        if (adapter.reqNo == 0) {
            adapter.reqNo++;
        }
        req.adapter = adapter;
        req.reqId = adapter.reqNo;

        if (fsfCmd != ZfcpStatus.FSF_QTCB_UNSOLICITED_STATUS) {
            long qtcb = qtcbAlloc(adapter, pool != null ? adapter.pool.qtcbPool : null);
            if (qtcb == 0) {
                reqFree(req);
                return null;
            }
            req.qtcb = qtcb;
            // A status read has nobody who waits for it, and its completion stays as it is.
            req.completion.init();

            long prefix = FsfQtcb.PREFIX.at(qtcb);
            FsfQtcbPrefix.REQ_SEQ_NO.set(prefix, adapter.fsfReqSeqNo);
            FsfQtcbPrefix.REQ_ID.set(prefix, req.reqId);
            FsfQtcbPrefix.ULP_INFO.set(prefix, ULP_INFO);
            FsfQtcbPrefix.QTCB_TYPE.set(prefix, FSF_QTCB_TYPE[fsfCmd]);
            FsfQtcbPrefix.QTCB_VERSION.set(prefix, FSF_QTCB_CURRENT_VERSION);
            long header = FsfQtcb.HEADER.at(qtcb);
            FsfQtcbHeader.REQ_HANDLE.set(header, req.reqId);
            FsfQtcbHeader.FSF_COMMAND.set(header, fsfCmd);
        }

        QdioFill.reqInit(adapter.qdio, req, req.reqId, sbtype, req.qtcb, FsfQtcb.SIZE);
        return req;
    }

    /**
     * {@code zfcp_fsf_req_send}: hands a request to the channel. Called with {@code req_q_lock} held. After success the
     * request may complete and be freed at any time: a caller that did not leave ZFCP_STATUS_FSFREQ_CLEANUP off, to wait
     * for its completion, must not touch it again. After failure it is the caller's, who frees it; recovery of the
     * adapter is triggered.
     *
     * <p>If only the signal failed, the request counts as sent, and the adapter is recovered: the channel may process it at any time
     * until the queues are closed, so the request, its QTCB and its data stay where they are until it is answered or dismissed. In C
     * the caller frees them. So does a request count as sent that was dismissed before its send failed.
     *
     * @return 0 or {@code -EIO}
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_req_send")
    public static int reqSend(FsfReq req) {
        boolean isSrb = req.isStatusReadBuffer();
        Adapter adapter = req.adapter;
        ZfcpQdio qdio = adapter.qdio;
        long reqId = req.reqId;

        ReqLists.add(adapter.reqList, req);

        req.qdioOutbUsage = qdio.reqQFree.read();
        req.issued = qdio.kernel.todClock();
        int rc = QdioSend.send(qdio, req);
        if (rc < 0) {
            FsfReq listed = ReqLists.findRm(adapter.reqList, reqId);
            adapter.module.level.failedSend().lookedUp(adapter, reqId, listed);
            if (listed != null) {
                listed.timer.deleteSync();
            }
            ErpTrigger.adapterReopen(adapter, 0, "fsrs__1");
            // Otherwise it was dismissed meanwhile, which is to complete and free it: C stops the timer first, and its caller frees it again.
            return listed == null ? 0 : -Errno.EIO;
        }
        if (rc == QdioSend.SIGNAL_FAILED) {
            signalFailed(adapter, reqId);
        }

        // Only locals from here on: the completion runs without req_q_lock.
        if (!isSrb) {
            adapter.fsfReqSeqNo++;
        }
        adapter.reqNo++;
        return 0;
    }

    /**
     * The adapter is recovered, which dismisses the request. An action that already waits for it is released: it would keep
     * another one from starting. Under {@code req_q_lock}.
     */
    private static void signalFailed(Adapter adapter, long reqId) {
        ReqList list = adapter.reqList;
        list.lock.lockIrq();
        // By id, since it may be answered and freed; while it is listed it is neither.
        FsfReq pending = ReqLists.findLocked(list, reqId);
        ErpAction waiting = pending == null ? null : pending.erpAction;
        list.lock.unlockIrq();

        adapter.module.level.failedSend().lookedUp(adapter, reqId, pending);
        ErpTrigger.adapterReopen(adapter, 0, "fsrs__1");
        if (waiting != null) {
            ErpNotify.notify(waiting, ZfcpStatus.ZFCP_STATUS_ERP_TIMEDOUT);
        }
    }
}
