// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_ERROR_SLSB_STATE;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_IRQ_STATE_ACTIVE;

import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.LinuxSource;
import org.zfcp4j.kernel.LogLevel;
import org.zfcp4j.kernel.SharedMemory;
import org.zfcp4j.kernel.Tasklet;

/**
 * {@code struct qdio_q}: what an input and an output queue have in common. {@link #firstToCheck} and {@link #qdioError} belong
 * to the queue's tasklet and need no lock, because a tasklet runs on one processor at a time.
 */
abstract class QdioQueue {
    final QdioIrq irq;
    final QdioQueueMemory memory;
    /** {@code slsb}: absolute address. */
    final long slsb;
    final int nr;
    /** The queue's bit in the masks of SIGA: queue 0 is the leftmost. */
    final int mask;
    final Tasklet tasklet;
    /** SBALs that the program has handed to the channel and not yet seen come back. */
    final AtomicInt nrBufUsed;
    private final SharedMemory shared;
    private final boolean input;
    private QdioHandler handler;
    private boolean warned;
    int firstToCheck;
    int qdioError;

    QdioQueue(QdioIrq irq, QdioQueueMemory memory, int nr, boolean input) {
        this.irq = irq;
        this.memory = memory;
        this.slsb = memory.slsb();
        this.nr = nr;
        this.mask = 1 << (31 - nr);
        this.input = input;
        this.shared = irq.kernel().sharedMemory(input ? "input slsb" : "output slsb", this);
        String name = (input ? "qdio_inbound:" : "qdio_outbound:") + irq.cdev().busId();
        this.tasklet = irq.kernel().tasklet(name, this::processing);
        this.nrBufUsed = irq.kernel().atomicInt("nr_buf_used", this, 0);
    }

    /** The function of the tasklet. */
    abstract void processing();

    final boolean input() {
        return input;
    }

    /** Back to the state of before the first use; the queue is idle. */
    @LinuxSource("qdio_setup.c:setup_queues_misc")
    void reset(QdioHandler newHandler) {
        handler = newHandler;
        firstToCheck = 0;
        qdioError = 0;
        nrBufUsed.set(0);
    }

    @LinuxSource({"qdio_main.c:set_buf_states", "qdio_main.c:set_buf_state"})
    final void setBufStates(int bufnr, int state, int count) {
        shared.write();
        SlsbRun.set(slsb, bufnr, state, count);
        irq.observer().slsbChanged(irq.cdev(), input, bufnr, count, state);
    }

    /** A run as {@link SlsbRun#get} returns it. */
    @LinuxSource("qdio_main.c:get_buf_states")
    final int getBufStates(int bufnr, int count) {
        shared.read();
        return SlsbRun.get(slsb, bufnr, count);
    }

    @LinuxSource("qdio_main.c:get_buf_state")
    final int getBufState(int bufnr) {
        return SlsbRun.state(getBufStates(bufnr, 1));
    }

    @LinuxSource("qdio_main.c:process_buffer_error")
    final void processBufferError() {
        qdioError = QDIO_ERROR_SLSB_STATE;
    }

    @LinuxSource("qdio_main.c:qdio_kick_handler")
    final void kickHandler(int start, int count) {
        if (irq.state() != QDIO_IRQ_STATE_ACTIVE) {
            return;
        }
        call(qdioError, start, count);
        qdioError = 0;
    }

    /** Calls the driver's handler. */
    final void call(int error, int start, int count) {
        irq.observer().handler(irq.cdev(), input, error, start, count);
        handler.handle(error, nr, start, count);
    }

    /** Schedules the tasklet unless the queues are no longer active; 0 or {@code -EPERM}. */
    @LinuxSource("qdio_main.c:qdio_tasklet_schedule")
    final int taskletSchedule() {
        if (irq.state() == QDIO_IRQ_STATE_ACTIVE) {
            tasklet.schedule();
            return 0;
        }
        return -Errno.EPERM;
    }

    @LinuxSource("qdio_main.c:qdio_siga_sync_q")
    final int sigaSyncQueue() {
        return input ? irq.sigaSync(0, mask) : irq.sigaSync(mask, 0);
    }

    /** {@code dev_WARN_ONCE} for a state that the hardware does not use. */
    final void warnState(int state, int index) {
        if (!warned) {
            warned = true;
            irq.kernel().message(LogLevel.WARN, irq.cdev().device(),
                    "found state 0x" + Integer.toHexString(state) + " at index " + index + " on queue " + nr);
        }
    }
}
