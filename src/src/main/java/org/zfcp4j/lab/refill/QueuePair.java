// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_MASK;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_PER_Q;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_EFLAGS_LAST_ENTRY;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_INPUT_EMPTY;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_INPUT_ACK;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_INPUT_PRIMED;

import org.zfcp4j.layout.Geometry;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.qdio.Qdesfmt0;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.layout.qdio.Qdr;
import org.zfcp4j.layout.qdio.Sl;
import org.zfcp4j.layout.qdio.SlElement;
import org.zfcp4j.layout.qdio.Slsb;

/** The channel's view of the two queues, learned from the QDR: input is first in it, output second. */
final class QueuePair {
    private static final boolean SIDE_BY_SIDE = Geometry.CURRENT.slsbStride() == 1;

    private final long inputSl;
    private final long inputSlsb;
    private final long outputSl;
    private final long outputSlsb;
    private int nextOutput;
    private int nextInput;

    QueuePair(long qdr) {
        long input = Qdr.QDF0.at(qdr, 0);
        long output = Qdr.QDF0.at(qdr, 1);
        inputSl = Qdesfmt0.SLA.get(input);
        inputSlsb = Qdesfmt0.SLSBA.get(input);
        outputSl = Qdesfmt0.SLA.get(output);
        outputSlsb = Qdesfmt0.SLSBA.get(output);
    }

    /** True if the driver has handed over the SBAL that the channel looks at next. */
    boolean hasOutput() {
        return Slsb.valAcquire(outputSlsb, nextOutput) == SLSB_CU_OUTPUT_PRIMED;
    }

    /** Absolute address of that SBAL. */
    long output() {
        return SlElement.SBAL.get(Sl.ELEMENT.at(outputSl, nextOutput));
    }

    /** Gives it back in the given state. */
    void finishOutput(int state) {
        Slsb.valRelease(outputSlsb, nextOutput, state);
        nextOutput = nextOutput + 1 & QDIO_MAX_BUFFERS_MASK;
    }

    /** True if the driver has acknowledged the last response and not given it back: a sign that it looks by itself. */
    boolean isPolled() {
        return Slsb.valAcquire(inputSlsb, nextInput - 1 & QDIO_MAX_BUFFERS_MASK) == SLSB_P_INPUT_ACK;
    }

    /** Puts a request id into the next response SBAL, of which the driver has always given enough. */
    void respond(long reqId) {
        if (Slsb.valAcquire(inputSlsb, nextInput) != SLSB_CU_INPUT_EMPTY) {
            throw new IllegalStateException("response SBAL " + nextInput + " is not the channel's");
        }
        long sbale = QdioBuffer.ELEMENT.at(SlElement.SBAL.get(Sl.ELEMENT.at(inputSl, nextInput)), 0);
        QdioBufferElement.EFLAGS.set(sbale, SBAL_EFLAGS_LAST_ENTRY);
        QdioBufferElement.SFLAGS.set(sbale, 0);
        QdioBufferElement.ADDR.set(sbale, reqId);
        Slsb.valRelease(inputSlsb, nextInput, SLSB_P_INPUT_PRIMED);
        nextInput = nextInput + 1 & QDIO_MAX_BUFFERS_MASK;
    }

    /** State of an SBAL of the output queue. */
    int outputState(int index) {
        return Slsb.val(outputSlsb, index);
    }

    /** Number of output SBALs that the driver has handed over. */
    int primed() {
        int count = 0;
        for (int i = 0; i < QDIO_MAX_BUFFERS_PER_Q; i++) {
            count += Slsb.val(outputSlsb, i) == SLSB_CU_OUTPUT_PRIMED ? 1 : 0;
        }
        return count;
    }

    /** Digest of the states of the output queue. */
    long outputDigest() {
        return digest(outputSlsb, nextOutput);
    }

    /** Digest of the states of the input queue. */
    long inputDigest() {
        return digest(inputSlsb, nextInput);
    }

    /** Eight states at a time where they lie side by side. */
    private static long digest(long slsb, int next) {
        long h = next;
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
