// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.LogLevel;
import org.zfcp4j.kernel.SharedMemory;
import org.zfcp4j.linux.LinuxSource;

/**
 * {@code struct qdio_q}: what an input and an output queue have in common. {@link #firstToCheck} belongs to the tasklet that scans
 * the queue and needs no lock, because a tasklet runs on one processor at a time.
 */
abstract class QdioQueue {
    final QdioIrq irq;
    final QdioQueueMemory memory;
    /** {@code slsb}: absolute address. */
    final long slsb;
    final int nr;
    /** The queue's bit in the masks of SIGA: queue 0 is the leftmost. */
    final int mask;
    /** SBALs that the program has handed to the channel and not yet seen come back. */
    final AtomicInt nrBufUsed;
    private final SharedMemory shared;
    private final boolean input;
    private QdioHandler handler;
    private boolean warned;
    int firstToCheck;

    QdioQueue(QdioIrq irq, QdioQueueMemory memory, int nr, boolean input) {
        this.irq = irq;
        this.memory = memory;
        this.slsb = memory.slsb();
        this.nr = nr;
        this.mask = 1 << (31 - nr);
        this.input = input;
        this.shared = irq.kernel().sharedMemory(input ? "input slsb" : "output slsb", this);
        this.nrBufUsed = irq.kernel().atomicInt("nr_buf_used", this, 0);
    }

    final boolean input() {
        return input;
    }

    /** {@code setup_queues_misc}: back to the state of before the first use; the queue is idle. */
    @LinuxSource("qdio_setup.c:setup_queues_misc")
    void reset(QdioHandler newHandler) {
        handler = newHandler;
        firstToCheck = 0;
        nrBufUsed.set(0);
    }

    /** {@code set_buf_states}. */
    @LinuxSource({"qdio_main.c:set_buf_states", "qdio_main.c:set_buf_state"})
    final void setBufStates(int bufnr, int state, int count) {
        shared.write();
        SlsbRun.set(slsb, bufnr, state, count);
        irq.observer().slsbChanged(irq.cdev(), input, bufnr, count, state);
    }

    /** {@code get_buf_states}: a run as {@link SlsbRun#get} returns it. */
    @LinuxSource("qdio_main.c:get_buf_states")
    final int getBufStates(int bufnr, int count) {
        shared.read();
        return SlsbRun.get(slsb, bufnr, count);
    }

    /** {@code get_buf_state}. */
    @LinuxSource("qdio_main.c:get_buf_state")
    final int getBufState(int bufnr) {
        return SlsbRun.state(getBufStates(bufnr, 1));
    }

    /** Calls the driver's handler. */
    final void call(int error, int start, int count) {
        irq.observer().handler(irq.cdev(), input, error, start, count);
        handler.handle(error, nr, start, count);
    }

    /** {@code qdio_siga_sync_q}. */
    @LinuxSource("qdio_main.c:qdio_siga_sync_q")
    @LinuxSource(value = {"qdio_main.c:qdio_sync_input_queue", "qdio_main.c:qdio_sync_output_queue"}, level = "7.1")
    final int sigaSyncQueue() {
        return input ? irq.sigaSync(0, mask) : irq.sigaSync(mask, 0);
    }

    /** {@code dev_WARN_ONCE} for a state that the hardware does not use. */
    final void warnState(int state, int index) {
        if (!warned) {
            warned = true;
            irq.kernel().message(LogLevel.WARN, irq.cdev().device(), input ? "qdio_main.c:get_inbound_buffer_frontier"
                    : "qdio_main.c:get_outbound_buffer_frontier", "found state 0x" + Integer.toHexString(state) + " at index "
                            + index + " on queue " + nr);
        }
    }
}
