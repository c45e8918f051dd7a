// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_FLAG_SYNC_INPUT;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_FLAG_SYNC_OUTPUT;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.linux.LinuxSource;

/**
 * What the QDIO layer of level 7.1 exports to the driver of one device: the driver is called by interrupts ({@code irq_poll}),
 * inspects the queues itself, and says when it wants to be called again. The handlers are for errors of the queues as a whole.
 */
@LinuxSource(level = "7.1")
public final class PolledQdio extends Qdio {
    /** The layer as the driver of {@code cdev} sees it; {@link #allocate} comes first. */
    public PolledQdio(CcwDevice cdev) {
        super(cdev);
    }

    @Override
    QdioIrq newIrq(QdioSetup setup, int noInputQs, int noOutputQs) {
        return new PolledIrq(cdev, setup, noInputQs, noOutputQs);
    }

    /** The input handler is the one for errors. */
    @Override
    boolean isComplete(QdioInitialize init) {
        return init.inputHandler() != null && super.isComplete(init) && init.irqPoll() != null;
    }

    /**
     * {@code qdio_add_bufs_to_input_queue}: hands empty SBALs to the channel: {@link #doQdio} for input.
     *
     * @param nr number of the queue
     * @param bufnr index of the first SBAL
     * @param count number of SBALs, wrapping at 128
     */
    @LinuxSource("qdio_main.c:qdio_add_bufs_to_input_queue")
    public int addBufsToInputQueue(int nr, int bufnr, int count) {
        return doQdio(QDIO_FLAG_SYNC_INPUT, nr, bufnr, count);
    }

    /**
     * {@code qdio_add_bufs_to_output_queue}: hands filled SBALs to the channel: {@link #doQdio} for output. The asynchronous
     * operation block of C is left out.
     */
    @LinuxSource("qdio_main.c:qdio_add_bufs_to_output_queue")
    public int addBufsToOutputQueue(int nr, int bufnr, int count) {
        return doQdio(QDIO_FLAG_SYNC_OUTPUT, nr, bufnr, count);
    }

    /**
     * {@code qdio_inspect_input_queue}: looks for SBALs that the channel has filled. One context at a time for a queue, which gives
     * them back with {@link #addBufsToInputQueue}; does not allocate.
     *
     * @param nr number of the queue
     * @param result which they are and whether they are in error, if there are any
     * @return how many there are, all in the same state; {@code -ENODEV} before {@link #allocate}
     */
    @LinuxSource("qdio_main.c:qdio_inspect_input_queue")
    public int inspectInputQueue(int nr, QdioInspection result) {
        QdioIrq irq = cdev.qdioData();
        if (irq == null) {
            return -Errno.ENODEV;
        }
        int count = ((InspectedInputQueue) irq.inputQ(nr)).inspect(result);
        if (count > 0) {
            irq.observer().handler(cdev, true, result.error, result.bufnr, count);
        }
        return count;
    }

    /**
     * {@code qdio_inspect_output_queue}: looks for SBALs that the channel has fetched, as {@link #inspectInputQueue} does for those
     * that it has filled.
     */
    @LinuxSource("qdio_main.c:qdio_inspect_output_queue")
    public int inspectOutputQueue(int nr, QdioInspection result) {
        QdioIrq irq = cdev.qdioData();
        if (irq == null) {
            return -Errno.ENODEV;
        }
        int count = ((InspectedOutputQueue) irq.outputQ(nr)).inspect(result);
        if (count > 0) {
            irq.observer().handler(cdev, false, result.error, result.bufnr, count);
        }
        return count;
    }

    /**
     * {@code qdio_start_irq}: enables interrupts, which are disabled from the call of {@code irq_poll} on. In the context that
     * inspects.
     *
     * @return 0; 1 if they stay disabled because there is more to inspect; or {@code -ENODEV}
     */
    @LinuxSource("qdio_main.c:qdio_start_irq")
    public int startIrq() {
        PolledIrq irq = (PolledIrq) cdev.qdioData();
        return irq == null ? -Errno.ENODEV : irq.startIrq();
    }

    /** {@code qdio_stop_irq}: disables interrupts: 1, 0 if they were disabled, or {@code -ENODEV}. Any context. */
    @LinuxSource("qdio_main.c:qdio_stop_irq")
    public int stopIrq() {
        PolledIrq irq = (PolledIrq) cdev.qdioData();
        return irq == null ? -Errno.ENODEV : irq.stopIrq();
    }
}
