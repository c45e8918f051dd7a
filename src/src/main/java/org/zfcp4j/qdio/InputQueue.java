// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_INPUT_EMPTY;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_INPUT_ACK;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_INPUT_ERROR;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_INPUT_NOT_INIT;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_INPUT_PRIMED;
import static org.zfcp4j.qdio.SlsbRun.bufnr;

import org.zfcp4j.linux.LinuxSource;

/**
 * An input queue. While SBALs that its tasklet has seen are not yet given back, the newest of them is in state ACK: the channel
 * takes that as a sign that the program polls, and need not raise interrupts. The run of such SBALs is the batch.
 */
abstract class InputQueue extends QdioQueue {
    private int batchStart;
    private int batchCount;

    InputQueue(QdioIrq irq, QdioQueueMemory memory, int nr) {
        super(irq, memory, nr, true);
    }

    @Override
    void reset(QdioHandler newHandler) {
        super.reset(newHandler);
        batchStart = 0;
        batchCount = 0;
    }

    /** SBALs that are acknowledged and not given back; for tests and dumps. */
    final int batchCount() {
        return batchCount;
    }

    /** {@code inbound_handle_work}. */
    @LinuxSource("qdio_main.c:inbound_handle_work")
    final void inboundHandleWork(int start, int count) {
        setBufStates(bufnr(start + count - 1), SLSB_P_INPUT_ACK, 1);
        if (batchCount == 0) {
            batchStart = start;
        }
        batchCount += count;
    }

    /** {@code qdio_inbound_q_done}. */
    @LinuxSource("qdio_main.c:qdio_inbound_q_done")
    final boolean inboundQDone(int start) {
        if (nrBufUsed.read() == 0) {
            return true;
        }
        if (irq.needSigaSync()) {
            sigaSyncQueue();
        }
        int state = getBufState(start);
        return state != SLSB_P_INPUT_PRIMED && state != SLSB_P_INPUT_ERROR;
    }

    /** {@code qdio_stop_polling}. */
    @LinuxSource("qdio_main.c:qdio_stop_polling")
    final void stopPolling() {
        if (batchCount == 0) {
            return;
        }
        setBufStates(batchStart, SLSB_P_INPUT_NOT_INIT, batchCount);
        batchCount = 0;
    }

    /**
     * {@code handle_inbound}: gives SBALs back to the channel. In the queue's handler, or before the queue is in use.
     *
     * @return 0 or {@code -EIO}
     */
    @LinuxSource("qdio_main.c:handle_inbound")
    final int handleInbound(int bufnr, int count) {
        // What goes back to the channel leaves the batch at its start; the end of the batch may stay.
        int overlap = Math.min(count - bufnr(batchStart - bufnr), batchCount);
        if (overlap > 0) {
            batchStart = bufnr(batchStart + overlap);
            batchCount -= overlap;
        }
        setBufStates(bufnr, SLSB_CU_INPUT_EMPTY, count);
        nrBufUsed.add(count);
        return irq.needSigaIn() ? irq.sigaInput(mask) : 0;
    }
}
