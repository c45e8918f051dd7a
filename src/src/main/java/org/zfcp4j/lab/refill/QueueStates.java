// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_MASK;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_PER_Q;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;

import org.zfcp4j.layout.Geometry;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.qdio.Qdesfmt0;
import org.zfcp4j.layout.qdio.Qdr;
import org.zfcp4j.layout.qdio.Slsb;

/** The SLSBs of both queues, as the QDR names them: input is first in it, output second. To look at. */
final class QueueStates {
    private static final boolean SIDE_BY_SIDE = Geometry.CURRENT.slsbStride() == 1;

    private final long input;
    private final long output;

    QueueStates(long qdr) {
        input = Qdesfmt0.SLSBA.get(Qdr.QDF0.at(qdr, 0));
        output = Qdesfmt0.SLSBA.get(Qdr.QDF0.at(qdr, 1));
    }

    /** True if the driver has handed over an SBAL of the output queue. */
    boolean isPrimed(int index) {
        return Slsb.valAcquire(output, index & QDIO_MAX_BUFFERS_MASK) == SLSB_CU_OUTPUT_PRIMED;
    }

    /** State of an SBAL of the output queue. */
    int outputState(int index) {
        return Slsb.val(output, index);
    }

    /** Number of output SBALs that the driver has handed over. */
    int primed() {
        int count = 0;
        for (int i = 0; i < QDIO_MAX_BUFFERS_PER_Q; i++) {
            count += Slsb.val(output, i) == SLSB_CU_OUTPUT_PRIMED ? 1 : 0;
        }
        return count;
    }

    /** Digest of the states of the output queue. */
    long outputDigest() {
        return digest(output);
    }

    /** Digest of the states of the input queue. */
    long inputDigest() {
        return digest(input);
    }

    /** Eight states at a time where they lie side by side. */
    private static long digest(long slsb) {
        long h = 0;
        for (int i = 0; i < QDIO_MAX_BUFFERS_PER_Q; i += Long.BYTES) {
            h = h * 0x9e3779b97f4a7c15L + (SIDE_BY_SIDE ? Memory.getLong(slsb + i) : gathered(slsb, i));
            h ^= h >>> 31;
        }
        return h;
    }

    private static long gathered(long slsb, int first) {
        long states = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            states = states << Byte.SIZE | Slsb.val(slsb, first + i);
        }
        return states;
    }
}
