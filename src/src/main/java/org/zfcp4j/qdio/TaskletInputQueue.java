// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_INPUT_EMPTY;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_INPUT_ERROR;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_INPUT_PRIMED;
import static org.zfcp4j.qdio.SlsbRun.bufnr;

import org.zfcp4j.linux.LinuxSource;

/** An input queue of level 5.10: an interrupt schedules its tasklet, which hands what came back to the driver's handler. */
@LinuxSource(level = "5.10")
final class TaskletInputQueue extends InputQueue {
    private final TaskletIrq taskletIrq;
    private final QueueTasklet tasklet;

    TaskletInputQueue(TaskletIrq irq, QdioQueueMemory memory, int nr) {
        super(irq, memory, nr);
        taskletIrq = irq;
        tasklet = new QueueTasklet(this, this::processing);
    }

    QueueTasklet tasklet() {
        return tasklet;
    }

    @Override
    void reset(QdioHandler newHandler) {
        super.reset(newHandler);
        tasklet.reset();
    }

    /** {@code tiqdio_inbound_processing}: the tasklet's function for devices with thin interrupts. */
    @LinuxSource("qdio_main.c:tiqdio_inbound_processing")
    private void processing() {
        if (irq.needSigaSync() && irq.needSigaSyncAfterAi()) {
            taskletIrq.syncQueues(this);
        }
        // The interrupt may have been raised for an output queue.
        taskletIrq.checkOutboundPciQueues();
        inboundProcessing();
    }

    /** {@code __qdio_inbound_processing}. */
    @LinuxSource("qdio_main.c:__qdio_inbound_processing")
    private void inboundProcessing() {
        int start = firstToCheck;
        int count = inboundQMoved(start);
        if (count == 0) {
            return;
        }
        tasklet.kickHandler(start, count);
        start = bufnr(start + count);
        firstToCheck = start;

        if (!inboundQDone(start) && tasklet.taskletSchedule() == 0) {
            return;
        }
        stopPolling();
        // The channel raises no interrupt while an SBAL is in ACK, and does so after it is reset: nobody would report what it
        // finished in between, so check once more. The fence within stopPolling orders this check after the reset.
        if (!inboundQDone(start)) {
            tasklet.taskletSchedule();
        }
    }

    /** {@code qdio_inbound_q_moved}. */
    @LinuxSource("qdio_main.c:qdio_inbound_q_moved")
    private int inboundQMoved(int start) {
        return getInboundBufferFrontier(start);
    }

    /** {@code get_inbound_buffer_frontier}: number of SBALs that came back from {@code start} on, all in the same state. */
    @LinuxSource("qdio_main.c:get_inbound_buffer_frontier")
    private int getInboundBufferFrontier(int start) {
        int used = nrBufUsed.read();
        if (used == 0) {
            return 0;
        }
        int run = getBufStates(start, used);
        int count = SlsbRun.count(run);
        int state = SlsbRun.state(run);
        switch (state) {
            case SLSB_P_INPUT_PRIMED -> {
                inboundHandleWork(start, count);
                nrBufUsed.addReturn(-count);
                return count;
            }
            case SLSB_P_INPUT_ERROR -> {
                tasklet.processBufferError();
                inboundHandleWork(start, count);
                nrBufUsed.addReturn(-count);
                return count;
            }
            case SLSB_CU_INPUT_EMPTY -> {
                return 0;
            }
            default -> {
                warnState(state, start);
                return 0;
            }
        }
    }
}
