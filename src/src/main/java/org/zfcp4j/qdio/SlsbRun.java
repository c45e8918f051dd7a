// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_MASK;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_OWNER_CU;

import java.lang.invoke.VarHandle;
import org.zfcp4j.layout.qdio.Slsb;
import org.zfcp4j.linux.LinuxSource;

/**
 * Reading and writing runs of SBAL states in an SLSB. The state of an SBAL says who owns it; the two sides change it by plain
 * byte stores, so that everything depends on the order of these stores with other accesses.
 */
final class SlsbRun {
    private SlsbRun() {
    }

    /**
     * {@code set_buf_states}: gives {@code count} SBALs from {@code bufnr} on the same state, wrapping at the end of the queue. Any
     * context.
     *
     * @param slsb absolute address of the SLSB
     */
    @LinuxSource("qdio_main.c:set_buf_states")
    static void set(long slsb, int bufnr, int state, int count) {
        // What was stored into the SBALs and their buffers must be visible before the channel owns them.
        VarHandle.fullFence();
        int index = bufnr;
        for (int i = 0; i < count; i++) {
            // Opaque: each state is one byte store, which the compiler can neither widen, merge nor drop.
            Slsb.valOpaque(slsb, index, state);
            index = bufnr(index + 1);
        }
        // The caller then reads the state of an adjacent SBAL, or an indicator, to decide whether the channel needs a signal. The
        // channel does the reverse: it takes that SBAL, then reads ours. On neither side may the store pass the later load, or
        // both decide that the other will act. One fence for the whole run is enough.
        VarHandle.fullFence();
    }

    /**
     * {@code get_buf_states}: looks for a run of SBALs with the same state, from {@code bufnr} on. The run ends with the first SBAL
     * that the channel owns: nothing beyond it can be finished. Any context; does not allocate.
     *
     * @param count SBALs to look at, at most; above 0
     * @return {@link #state} of the first one, and how many have it ({@link #count})
     */
    @LinuxSource("qdio_main.c:get_buf_states")
    static int get(long slsb, int bufnr, int count) {
        int state = Slsb.valOpaque(slsb, bufnr);
        int found = 1;
        // An SBAL that the channel owns may change at any time, so a run of them says nothing.
        if ((state & SLSB_OWNER_CU) == 0) {
            int index = bufnr;
            while (found < count) {
                index = bufnr(index + 1);
                if (Slsb.valOpaque(slsb, index) != state) {
                    break;
                }
                found++;
            }
        }
        // The channel filled the SBALs before it changed their states; what the caller loads from them must be loaded later.
        VarHandle.acquireFence();
        return found << 8 | state;
    }

    /** {@code QDIO_BUFNR}, {@code add_buf}, {@code sub_buf}: an index modulo the size of a queue. */
    static int bufnr(int number) {
        return number & QDIO_MAX_BUFFERS_MASK;
    }

    /** The state that the SBALs of a run have in common. */
    static int state(int run) {
        return run & 0xff;
    }

    /** The number of SBALs of a run. */
    static int count(int run) {
        return run >>> 8;
    }
}
