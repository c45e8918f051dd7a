// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_ERROR_SLSB_STATE;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_MASK;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_PER_Q;
import static org.zfcp4j.zfcp.def.ZfcpQdio.ZFCP_QDIO_MAX_SBALS_PER_REQ;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED;

import org.zfcp4j.kernel.LogLevel;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.dbf.DbfHba;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ZfcpModule;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.erp.ErpTrigger;

/**
 * What the QDIO layer calls when it has SBALs for the driver, in the queue's tasklet; with an activate check in the
 * interrupt handler. No allocation without an error.
 */
public final class QdioHandlers {
    /** SBALs of a page. */
    private static final int RUN = Storage.PAGE_SIZE / QdioBuffer.SIZE;

    private QdioHandlers() {
    }

    /**
     * {@code zfcp_qdio_handler_error}: an SBAL in error state is the driver's own fault, so it is logged and the device shut
     * down; anything else is recovered.
     */
    @LinuxSource("zfcp_qdio.c:zfcp_qdio_handler_error")
    static void handlerError(ZfcpQdio qdio, String dbftag, int qdioErr) {
        Adapter adapter = qdio.adapter;

        adapter.module.kernel.message(LogLevel.WARN, adapter.ccwDevice.device(), "zfcp_qdio.c:zfcp_qdio_handler_error",
                "The QDIO queues report a problem");

        if ((qdioErr & QDIO_ERROR_SLSB_STATE) != 0) {
            QdioConnection.siosl(adapter);
            ErpTrigger.adapterShutdown(adapter, 0, dbftag);
            return;
        }
        ErpTrigger.adapterReopen(adapter, ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED | ZFCP_STATUS_COMMON_ERP_FAILED, dbftag);
    }

    /**
     * {@code zfcp_qdio_zero_sbals}: clears SBALs that the driver owns, wrapping at the end of the queue. Those that follow each other in
     * one page are cleared in one go.
     */
    @LinuxSource("zfcp_qdio.c:zfcp_qdio_zero_sbals")
    static void zeroSbals(long[] sbal, int first, int cnt) {
        long start = 0;
        int run = 0;
        for (int i = first; i < first + cnt; i++) {
            long next = sbal[i & QDIO_MAX_BUFFERS_MASK];
            if (run != 0 && (run == RUN || next != start + (long) run * QdioBuffer.SIZE)) {
                Memory.zero(start, (long) run * QdioBuffer.SIZE);
                run = 0;
            }
            if (run == 0) {
                start = next;
            }
            run++;
        }
        if (run != 0) {
            Memory.zero(start, (long) run * QdioBuffer.SIZE);
        }
    }

    /** {@code zfcp_qdio_account}: integrates the fill level over time. Before each change of it, under {@code stat_lock}. */
    @LinuxSource("zfcp_qdio.c:zfcp_qdio_account")
    static void account(ZfcpQdio qdio) {
        long now = qdio.kernel.todClock();
        long span = (now - qdio.reqQTime) >>> 12;
        int used = QDIO_MAX_BUFFERS_PER_Q - qdio.reqQFree.read();
        qdio.reqQUtil += used * span;
        qdio.reqQTime = now;
    }

    /** {@code zfcp_qdio_int_req}: request SBALs came back from the channel. */
    @LinuxSource(value = "zfcp_qdio.c:zfcp_qdio_int_req", level = "5.10")
    public static void intReq(ZfcpQdio qdio, int qdioErr, int queueNo, int idx, int count) {
        if (qdioErr != 0) {
            handlerError(qdio, "qdireq1", qdioErr);
            return;
        }
        requestSbalsBack(qdio, idx, count);
    }

    /** The channel has fetched what is in these request SBALs: they are free. */
    static void requestSbalsBack(ZfcpQdio qdio, int idx, int count) {
        zeroSbals(qdio.reqQ, idx, count);

        qdio.statLock.lockIrq();
        account(qdio);
        qdio.statLock.unlockIrq();
        qdio.reqQFree.add(count);
        qdio.reqQWq.wakeUp();
    }

    /** {@code zfcp_qdio_int_resp}: the channel filled response SBALs. They go back to it when all are evaluated. */
    @LinuxSource(value = "zfcp_qdio.c:zfcp_qdio_int_resp", calls = "zfcp_fsf_reqid_check")
    public static void intResp(ZfcpQdio qdio, int qdioErr, int queueNo, int idx, int count) {
        ZfcpModule module = qdio.adapter.module;

        if (qdioErr != 0) {
            if (qdio.adapter.multiBufferActive()) {
                traceDeferredError(qdio, idx);
            }
            handlerError(qdio, "qdires1", qdioErr);
            return;
        }
        for (int sbalNo = 0; sbalNo < count; sbalNo++) {
            module.upcalls.reqidCheck().accept(qdio, (idx + sbalNo) & QDIO_MAX_BUFFERS_MASK);
        }
        if (qdio.scan.toInputQueue(qdio, idx, count) != 0) {
            ErpTrigger.adapterReopen(qdio.adapter, 0, "qdires2");
        }
    }

    /** Records the signalling SBAL and those that it says belong to it. */
    private static void traceDeferredError(ZfcpQdio qdio, int idx) {
        long[] pl = new long[ZFCP_QDIO_MAX_SBALS_PER_REQ + 1];
        long sbale = QdioBuffer.ELEMENT.at(qdio.resQ[idx], 0);
        long reqId = QdioBufferElement.ADDR.get(sbale);
        int scount = Math.min(QdioBufferElement.SCOUNT.get(sbale) + 1, pl.length);

        for (int sbalNo = 0; sbalNo < scount; sbalNo++) {
            pl[sbalNo] = qdio.resQ[(idx + sbalNo) & QDIO_MAX_BUFFERS_MASK];
        }
        DbfHba.hbaDefErr(qdio.adapter, reqId, scount, pl);
    }
}
