// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_PER_Q;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_OUTPUT_EMPTY;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_OUTPUT_ERROR;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_OUTPUT_HALTED;
import static org.zfcp4j.qdio.SlsbRun.bufnr;

import org.zfcp4j.linux.LinuxSource;

/**
 * An output queue of level 7.1: the driver asks what the channel has fetched, when it thinks it time. The state PENDING is left
 * out: queues with asynchronous completion have it, an FCP device has none.
 */
@LinuxSource(level = "7.1")
final class InspectedOutputQueue extends OutputQueue {
    InspectedOutputQueue(QdioIrq irq, QdioQueueMemory memory, int nr) {
        super(irq, memory, nr);
    }

    /** {@code qdio_inspect_output_queue}: as {@link PolledQdio#inspectOutputQueue}. */
    @LinuxSource("qdio_main.c:qdio_inspect_output_queue")
    int inspect(QdioInspection result) {
        int start = firstToCheck;
        result.error = 0;
        int count = getOutboundBufferFrontier(start, result);
        if (count == 0) {
            return 0;
        }
        result.bufnr = start;
        firstToCheck = bufnr(start + count);
        return count;
    }

    /** {@code get_outbound_buffer_frontier}: number of SBALs that came back from {@code start} on, all in the same state. */
    @LinuxSource("qdio_main.c:get_outbound_buffer_frontier")
    private int getOutboundBufferFrontier(int start, QdioInspection result) {
        int used = nrBufUsed.read();
        if (used == 0) {
            return 0;
        }
        if (irq.needSigaSync()) {
            sigaSyncQueue();
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
                result.processBufferError();
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

    /** {@code handle_outbound}. */
    @Override
    @LinuxSource("qdio_main.c:handle_outbound")
    int handleOutbound(int callflags, int bufnr, int count) {
        setBufStates(bufnr, SLSB_CU_OUTPUT_PRIMED, count);
        nrBufUsed.addReturn(count);

        if (irq.needSigaSync()) {
            return synchronise(bufnr, count);
        }
        if (count < QDIO_MAX_BUFFERS_PER_Q && comesAcross(bufnr(bufnr - 1))) {
            return 0;
        }
        return signal();
    }
}
