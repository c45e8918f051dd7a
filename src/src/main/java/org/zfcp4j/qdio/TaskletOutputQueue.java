// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_ERROR_ACTIVATE;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_FLAG_PCI_OUT;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_IQDIO_QFMT;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_IRQ_STATE_ACTIVE;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_PER_Q;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_ZFCP_QFMT;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_OUTPUT_EMPTY;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_OUTPUT_ERROR;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_OUTPUT_HALTED;
import static org.zfcp4j.qdio.SlsbRun.bufnr;

import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.Timer;
import org.zfcp4j.linux.LinuxSource;

/**
 * An output queue of level 5.10: its tasklet finds the SBALs that the channel has fetched when an interrupt for input pokes it,
 * when many are in use, or when the timer expires.
 */
@LinuxSource(level = "5.10")
final class TaskletOutputQueue extends OutputQueue {
    private final TaskletIrq taskletIrq;
    private final QueueTasklet tasklet;
    private final Timer timer;
    /** The caller asked for an interrupt. Racy as in C: a stale value costs a scan or a later timer. */
    private boolean pciOutEnabled;
    /** Null in the architected geometry. */
    private final SigaBatch batch;

    TaskletOutputQueue(TaskletIrq irq, QdioQueueMemory memory, int nr) {
        super(irq, memory, nr);
        taskletIrq = irq;
        tasklet = new QueueTasklet(this, this::processing);
        timer = irq.kernel().timer("qdio_outbound_timer:" + irq.cdev().busId(), this, this::outboundTimer);
        batch = SigaBatch.ON ? new SigaBatch(this) : null;
    }

    @Override
    void reset(QdioHandler newHandler) {
        super.reset(newHandler);
        tasklet.reset();
        pciOutEnabled = false;
        if (SigaBatch.ON) {
            batch.reset();
        }
    }

    /** The timer that looks for fetched SBALs when there is no other traffic. */
    Timer timer() {
        return timer;
    }

    QueueTasklet tasklet() {
        return tasklet;
    }

    /** {@code qdio_outbound_processing}. */
    @LinuxSource({"qdio_main.c:qdio_outbound_processing", "qdio_main.c:__qdio_outbound_processing"})
    private void processing() {
        if (SigaBatch.ON) {
            signalPutOff();
        }
        int start = firstToCheck;
        int count = outboundQMoved(start);
        if (count != 0) {
            firstToCheck = bufnr(start + count);
            tasklet.kickHandler(start, count);
        }
        if (irq.qFormat() == QDIO_ZFCP_QFMT && !irq.pciOutSupported() && !outboundQDone()) {
            tasklet.taskletSchedule();
            return;
        }
        if (pciOutEnabled) {
            return;
        }
        if (outboundQDone()) {
            timer.deleteSync();
        } else if (!timer.isPending() && irq.state() == QDIO_IRQ_STATE_ACTIVE) {
            timer.arm(10L * Kernel.HZ);
        }
    }

    /** {@code qdio_outbound_timer}. */
    @LinuxSource("qdio_main.c:qdio_outbound_timer")
    private void outboundTimer() {
        tasklet.taskletSchedule();
    }

    /** {@code qdio_outbound_q_moved}. */
    @LinuxSource("qdio_main.c:qdio_outbound_q_moved")
    private int outboundQMoved(int start) {
        return getOutboundBufferFrontier(start);
    }

    /** {@code get_outbound_buffer_frontier}: number of SBALs that came back from {@code start} on, all in the same state. */
    @LinuxSource("qdio_main.c:get_outbound_buffer_frontier")
    private int getOutboundBufferFrontier(int start) {
        if (irq.needSigaSync() && irq.qFormat() != QDIO_IQDIO_QFMT && !irq.pciOutSupported()) {
            sigaSyncQueue();
        }
        int used = nrBufUsed.read();
        if (used == 0) {
            return 0;
        }
        int run = getBufStates(start, used);
        int count = SlsbRun.count(run);
        int state = SlsbRun.state(run);
        switch (state) {
            case SLSB_P_OUTPUT_EMPTY -> {
                nrBufUsed.sub(count);
                return count;
            }
            case SLSB_P_OUTPUT_ERROR -> {
                tasklet.processBufferError();
                nrBufUsed.sub(count);
                return count;
            }
            case SLSB_CU_OUTPUT_PRIMED, SLSB_P_OUTPUT_HALTED -> {
                return 0;
            }
            default -> {
                warnState(state, start);
                return 0;
            }
        }
    }

    /** {@code qdio_outbound_q_done}. */
    @LinuxSource("qdio_main.c:qdio_outbound_q_done")
    boolean outboundQDone() {
        return nrBufUsed.read() == 0;
    }

    /** {@code handle_outbound}. */
    @Override
    @LinuxSource("qdio_main.c:handle_outbound")
    int handleOutbound(int callflags, int bufnr, int count) {
        int scanThreshold = taskletIrq.scanThreshold();
        setBufStates(bufnr, SLSB_CU_OUTPUT_PRIMED, count);
        int used = nrBufUsed.addReturn(count);
        pciOutEnabled = (callflags & QDIO_FLAG_PCI_OUT) != 0;

        int rc;
        if (irq.needSigaSync()) {
            rc = synchronise(bufnr, count);
        } else if (count < QDIO_MAX_BUFFERS_PER_Q && comesAcross(bufnr(bufnr - 1))
                && !(SigaBatch.ON && batch.anyWaiting())) {
            rc = 0;
        } else if (SigaBatch.ON && batch.putOff(count)) {
            rc = 0;
            tasklet.taskletSchedule();
        } else {
            rc = signal();
        }
        if (scanThreshold == 0) {
            return rc;
        }
        if (used >= scanThreshold || rc != 0) {
            tasklet.taskletSchedule();
        } else if (!timer.isPending() && irq.state() == QDIO_IRQ_STATE_ACTIVE) {
            timer.arm(Kernel.HZ);
        }
        return rc;
    }

    /** What do_QDIO would have said about the signal, if it had not been deferred, becomes an error of the queue. */
    private void signalPutOff() {
        if (batch.take() && kickOutboundQ() != 0) {
            tasklet.error(QDIO_ERROR_ACTIVATE);
            tasklet.kickHandler(firstToCheck, 0);
        }
    }
}
