// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_MASK;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_QDIOUP;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScatterList;
import org.zfcp4j.zfcp.def.QdioReq;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.erp.ErpTrigger;

/**
 * Getting an SBAL, filling in the data, sending. The caller holds {@code req_q_lock} with interrupts off over all three; no
 * allocation.
 */
public final class QdioSend {
    /** The channel has the SBALs, but the signal failed: they are used up as after success, and the queues must be recovered. */
    public static final int SIGNAL_FAILED = 1;

    private QdioSend() {
    }

    /** {@code zfcp_qdio_sbals_from_sg}: adds all entries to the request; 0, or {@code -EINVAL} with its SBALs zeroed. */
    @LinuxSource("zfcp_qdio.c:zfcp_qdio_sbals_from_sg")
    public static int sbalsFromSg(ZfcpQdio qdio, QdioReq qReq, ScatterList sg) {
        QdioFill.setSbtype(qdio, qReq);

        int count = sg == null ? 0 : sg.count();
        for (int i = 0; i < count; i++) {
            if (!QdioFill.append(qdio, qReq, sg.address(i), sg.length(i))) {
                qdio.reqQFull.inc();
                QdioHandlers.zeroSbals(qdio.reqQ, qReq.sbalFirst, qReq.sbalNumber);
                return -Errno.EINVAL;
            }
        }
        return 0;
    }

    /** {@code zfcp_qdio_sbal_check}: whether waiting for an SBAL ends: there is one, or the queues are going down. */
    @LinuxSource("zfcp_qdio.c:zfcp_qdio_sbal_check")
    static boolean sbalCheck(ZfcpQdio qdio) {
        return qdio.reqQFree.read() != 0 || (qdio.adapter.status.read() & ZFCP_STATUS_ADAPTER_QDIOUP) == 0;
    }

    /**
     * {@code zfcp_qdio_sbal_get}: waits up to five seconds for a free SBAL, without the lock meanwhile. Process context,
     * unless one is free.
     *
     * @return 0, or {@code -EIO} if there is none; on timeout, queue recovery was triggered
     */
    @LinuxSource("zfcp_qdio.c:zfcp_qdio_sbal_get")
    public static int sbalGet(ZfcpQdio qdio) {
        long ret = qdio.reqQWq.waitEventLockIrqTimeout(qdio.sbalCheck, qdio.reqQLock, 5 * Kernel.HZ);

        if ((qdio.adapter.status.read() & ZFCP_STATUS_ADAPTER_QDIOUP) == 0) {
            return -Errno.EIO;
        }
        if (ret > 0) {
            return 0;
        }
        if (ret == 0) {
            qdio.reqQFull.inc();
            ErpTrigger.adapterReopen(qdio.adapter, 0, "qdsbg_1");
        }
        return -Errno.EIO;
    }

    /**
     * {@code zfcp_qdio_send}: hands the request's SBALs to the channel. C takes SBALs back, clears them and fills them anew although
     * only the signal failed and the channel may be about to process them.
     *
     * @return 0, {@link #SIGNAL_FAILED}, or a negative errno with everything as it was before the request
     */
    @LinuxSource("zfcp_qdio.c:zfcp_qdio_send")
    public static int send(ZfcpQdio qdio, QdioReq qReq) {
        // Read now: once the channel has them the request may be completed, and reused by somebody else.
        return send(qdio, qReq.sbalFirst, qReq.sbalNumber);
    }

    /** {@link #send(ZfcpQdio, QdioReq)} for a run of SBALs, which may belong to several requests. */
    public static int send(ZfcpQdio qdio, int sbalFirst, int sbalNumber) {
        qdio.statLock.lock();
        QdioHandlers.account(qdio);
        qdio.statLock.unlock();

        qdio.reqQFree.sub(sbalNumber);

        int retval = qdio.scan.toOutputQueue(qdio, sbalFirst, sbalNumber);

        if (retval != 0) {
            if (!qdio.device.takeSignalFailed(0)) {
                qdio.reqQFree.add(sbalNumber);
                QdioHandlers.zeroSbals(qdio.reqQ, sbalFirst, sbalNumber);
                return retval;
            }
            retval = SIGNAL_FAILED;
        }
        qdio.scan.sent(qdio);

        qdio.reqQIdx = (qdio.reqQIdx + sbalNumber) & QDIO_MAX_BUFFERS_MASK;
        return retval;
    }
}
