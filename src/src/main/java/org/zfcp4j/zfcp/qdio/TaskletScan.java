// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_PER_Q;
import static org.zfcp4j.zfcp.def.ZfcpQdio.ZFCP_QDIO_MAX_SBALS_PER_REQ;

import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.PolledQdio;
import org.zfcp4j.qdio.Qdio;
import org.zfcp4j.qdio.QdioHandler;
import org.zfcp4j.qdio.QdioInspection;
import org.zfcp4j.zfcp.def.QueueScan;
import org.zfcp4j.zfcp.def.ZfcpQdio;

/**
 * In level 7.1 zfcp scans the queues: an interrupt schedules {@code irq_tasklet}, which looks at responses; that, a sender who
 * leaves few SBALs, and a timer schedule {@code request_tasklet}, which looks at requests. Both are disabled while the queues are
 * down.
 */
@LinuxSource(level = "7.1")
public final class TaskletScan extends QueueScan {
    /** After a scan, while requests are with the channel. */
    private static final int ZFCP_QDIO_REQUEST_RESCAN_MSECS = 10_000;
    /** After a send. */
    private static final int ZFCP_QDIO_REQUEST_SCAN_MSECS = 1000;

    @Override
    public Qdio device(CcwDevice cdev) {
        return new PolledQdio(cdev);
    }

    private static PolledQdio device(ZfcpQdio qdio) {
        return (PolledQdio) qdio.device;
    }

    @Override
    public void setup(ZfcpQdio qdio) {
        String busId = qdio.adapter.busId();
        QdioInspection requests = new QdioInspection();
        QdioInspection responses = new QdioInspection();
        qdio.requestTimer = qdio.kernel.timer("request_timer", qdio, () -> requestTimer(qdio));
        qdio.irqTasklet = qdio.kernel.tasklet("irq_tasklet:" + busId, () -> irqTasklet(qdio, responses));
        qdio.requestTasklet = qdio.kernel.tasklet("request_tasklet:" + busId, () -> requestTasklet(qdio, requests));
        qdio.irqTasklet.disable();
        qdio.requestTasklet.disable();
    }

    @Override
    public void destroy(ZfcpQdio qdio) {
        qdio.irqTasklet.kill();
        qdio.requestTasklet.kill();
    }

    @Override
    public QdioHandler outputHandler(ZfcpQdio qdio) {
        return (qdioErr, queueNo, idx, count) -> intReq(qdio, qdioErr, queueNo, idx, count);
    }

    @Override
    public int scanThreshold() {
        return 0;
    }

    @Override
    public Runnable irqPoll(ZfcpQdio qdio) {
        return () -> poll(qdio);
    }

    @Override
    public int toInputQueue(ZfcpQdio qdio, int idx, int count) {
        return device(qdio).addBufsToInputQueue(0, idx, count);
    }

    @Override
    public int toOutputQueue(ZfcpQdio qdio, int idx, int count) {
        return device(qdio).addBufsToOutputQueue(0, idx, count);
    }

    @Override
    public void opened(ZfcpQdio qdio) {
        qdio.requestTasklet.enable();
        qdio.irqTasklet.enable();
        // It looks at the queue once, and then enables interrupts.
        qdio.irqTasklet.schedule();
    }

    @Override
    public void closing(ZfcpQdio qdio) {
        qdio.irqTasklet.disable();
        qdio.requestTasklet.disable();
        qdio.requestTimer.deleteSync();
        device(qdio).stopIrq();
    }

    @Override
    public void sent(ZfcpQdio qdio) {
        if (qdio.reqQFree.read() <= 2 * ZFCP_QDIO_MAX_SBALS_PER_REQ) {
            qdio.requestTasklet.schedule();
        } else {
            qdio.requestTimer.reduce(Kernel.msecsToJiffies(ZFCP_QDIO_REQUEST_SCAN_MSECS));
        }
    }

    /** {@code zfcp_qdio_int_req}: the request queue as a whole is in error. */
    @LinuxSource("zfcp_qdio.c:zfcp_qdio_int_req")
    private static void intReq(ZfcpQdio qdio, int qdioErr, int queueNo, int idx, int count) {
        QdioHandlers.handlerError(qdio, "qdireq1", qdioErr);
    }

    /** {@code zfcp_qdio_request_tasklet}: takes request SBALs back that the channel has fetched. */
    @LinuxSource("zfcp_qdio.c:zfcp_qdio_request_tasklet")
    private static void requestTasklet(ZfcpQdio qdio, QdioInspection found) {
        int completed = device(qdio).inspectOutputQueue(0, found);
        if (completed > 0) {
            if (found.error != 0) {
                QdioHandlers.handlerError(qdio, "qdreqt1", found.error);
            } else {
                QdioHandlers.requestSbalsBack(qdio, found.bufnr, completed);
            }
        }

        if (qdio.reqQFree.read() < QDIO_MAX_BUFFERS_PER_Q) {
            qdio.requestTimer.reduce(Kernel.msecsToJiffies(ZFCP_QDIO_REQUEST_RESCAN_MSECS));
        }
    }

    /** {@code zfcp_qdio_request_timer}: there was no other reason to look for some time. */
    @LinuxSource("zfcp_qdio.c:zfcp_qdio_request_timer")
    private static void requestTimer(ZfcpQdio qdio) {
        qdio.requestTasklet.schedule();
    }

    /** {@code zfcp_qdio_irq_tasklet}: evaluates responses until there are no more, then enables interrupts. */
    @LinuxSource("zfcp_qdio.c:zfcp_qdio_irq_tasklet")
    private static void irqTasklet(ZfcpQdio qdio, QdioInspection found) {
        if (qdio.reqQFree.read() < QDIO_MAX_BUFFERS_PER_Q) {
            qdio.requestTasklet.schedule();
        }

        int completed = device(qdio).inspectInputQueue(0, found);
        if (completed < 0) {
            return;
        }
        if (completed > 0) {
            QdioHandlers.intResp(qdio, found.error, 0, found.bufnr, completed);
        }

        // In C an error counts as more work as well: the device is gone then, and so is this tasklet.
        if (device(qdio).startIrq() != 0) {
            qdio.irqTasklet.schedule();
        }
    }

    /** {@code zfcp_qdio_poll}: an interrupt. Hard interrupt context. */
    @LinuxSource("zfcp_qdio.c:zfcp_qdio_poll")
    private static void poll(ZfcpQdio qdio) {
        qdio.irqTasklet.schedule();
    }
}
