// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

/** Opens {@link SlsbRun}, which is nobody's business outside of its package, to the tests of its ordering. Any thread. */
public final class SlsbStates {
    private SlsbStates() {
    }

    /**
     * {@code set_buf_states} of one SBAL.
     *
     * @param slsb absolute address of the SLSB
     */
    public static void set(long slsb, int bufnr, int state) {
        SlsbRun.set(slsb, bufnr, state, 1);
    }

    /**
     * {@code get_buf_state}.
     *
     * @param slsb absolute address of the SLSB
     */
    public static int get(long slsb, int bufnr) {
        return SlsbRun.state(SlsbRun.get(slsb, bufnr, 1));
    }
}
