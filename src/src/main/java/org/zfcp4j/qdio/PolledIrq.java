// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_IRQ_STATE_ESTABLISHED;

import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.linux.LinuxSource;

/**
 * The QDIO layer of level 7.1: the driver scans the queues, in contexts of its own. An interrupt only calls the driver's
 * {@code irq_poll}, and not again until the driver is done ({@link #startIrq}).
 */
@LinuxSource(level = "7.1")
final class PolledIrq extends QdioIrq {
    /** {@code poll_state}, the one bit {@code QDIO_IRQ_DISABLED} of it. */
    private final AtomicInt irqDisabled;
    private Runnable irqPoll;

    PolledIrq(CcwDevice cdev, QdioSetup setup, int noInputQs, int noOutputQs) {
        super(cdev, setup, noInputQs, noOutputQs);
        irqDisabled = kernel().atomicInt("poll_state", this, 0);
    }

    @Override
    InputQueue newInputQueue(QdioQueueMemory memory, int nr) {
        return new InspectedInputQueue(this, memory, nr);
    }

    @Override
    OutputQueue newOutputQueue(QdioQueueMemory memory, int nr) {
        return new InspectedOutputQueue(this, memory, nr);
    }

    @Override
    ThinInterrupt newThinInterrupt(long dsci) {
        return new ListedThinInterrupt(this, dsci);
    }

    @Override
    void reset(QdioInitialize init) {
        irqPoll = init.irqPoll();
        irqDisabled.set(1);
    }

    /** True if interrupts were enabled until now. */
    private boolean disable() {
        return irqDisabled.xchg(1) == 0;
    }

    /** {@code qdio_deliver_irq}. */
    @Override
    void deliverInput() {
        if (disable()) {
            irqPoll.run();
        }
    }

    /** The driver scans all queues when it is called for one. */
    @Override
    void deliverOutput() {
    }

    @Override
    void started() {
    }

    @Override
    void stopScanning() {
    }

    /** An interrupt that says that the channel refused is an error here already, and needs no clear. */
    @Override
    int startAndWait() {
        int rc = super.startAndWait();
        return rc == 0 && state() != QDIO_IRQ_STATE_ESTABLISHED ? -Errno.EIO : rc;
    }

    @Override
    int cancelResult(long left) {
        return left <= 0 ? -Errno.ETIME : 0;
    }

    /**
     * {@code qdio_start_irq}: the driver has scanned all queues: enables interrupts again, unless there is more to scan.
     *
     * @return 0, or 1 if the driver must scan again
     */
    @LinuxSource("qdio_main.c:qdio_start_irq")
    int startIrq() {
        for (int i = 0; i < nrInputQs(); i++) {
            inputQ(i).stopPolling();
        }
        // Fully ordered: whatever the channel finishes after the scan below finds interrupts enabled, and is reported.
        irqDisabled.xchg(0);
        if (!indicated() && inputDone()) {
            return 0;
        }
        return disable() ? 1 : 0;
    }

    /** {@code test_nonshared_ind}. */
    @LinuxSource("qdio_thinint.c:test_nonshared_ind")
    private boolean indicated() {
        return thinInterrupt().indicated();
    }

    private boolean inputDone() {
        for (int i = 0; i < nrInputQs(); i++) {
            if (!inputQ(i).inboundQDone(inputQ(i).firstToCheck)) {
                return false;
            }
        }
        return true;
    }

    /** {@code qdio_stop_irq}: no interrupt calls the driver any more. 1 if interrupts were enabled until now, else 0. */
    @LinuxSource("qdio_main.c:qdio_stop_irq")
    int stopIrq() {
        return disable() ? 1 : 0;
    }
}
