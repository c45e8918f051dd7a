// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_INPUT_EMPTY;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_INPUT_ERROR;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_INPUT_PRIMED;
import static org.zfcp4j.qdio.SlsbRun.bufnr;

import org.zfcp4j.linux.LinuxSource;

/** An input queue of level 7.1: the driver asks what came back. */
@LinuxSource(level = "7.1")
final class InspectedInputQueue extends InputQueue {
    InspectedInputQueue(QdioIrq irq, QdioQueueMemory memory, int nr) {
        super(irq, memory, nr);
    }

    /** {@code qdio_inspect_input_queue}: as {@link PolledQdio#inspectInputQueue}. */
    @LinuxSource("qdio_main.c:qdio_inspect_input_queue")
    int inspect(QdioInspection result) {
        int start = firstToCheck;
        result.error = 0;
        int count = getInboundBufferFrontier(start, result);
        if (count == 0) {
            return 0;
        }
        result.bufnr = start;
        firstToCheck = bufnr(start + count);
        return count;
    }

    /** {@code get_inbound_buffer_frontier}: number of SBALs that came back from {@code start} on, all in the same state. */
    @LinuxSource("qdio_main.c:get_inbound_buffer_frontier")
    private int getInboundBufferFrontier(int start, QdioInspection result) {
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
            case SLSB_P_INPUT_PRIMED -> {
                inboundHandleWork(start, count);
                nrBufUsed.addReturn(-count);
                return count;
            }
            case SLSB_P_INPUT_ERROR -> {
                result.processBufferError();
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
