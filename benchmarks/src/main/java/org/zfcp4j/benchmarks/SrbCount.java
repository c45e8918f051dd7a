// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_PER_Q;

/** The parameter {@code srbs}: how many status read buffers the channel has. */
final class SrbCount {
    /** As many as zfcp has, or as many as all threads together want to have consumed before they refill. */
    static final String AUTO = "auto";
    private static final int FSF_STATUS_READS_RECOM = 16;

    private SrbCount() {
    }

    /**
     * Reads it.
     *
     * @param threads that consume
     * @param burst buffers that each wants before it refills
     */
    static int of(String srbs, int threads, int burst) {
        if (srbs.equals(AUTO)) {
            return Math.clamp((long) threads * burst, FSF_STATUS_READS_RECOM, QDIO_MAX_BUFFERS_PER_Q);
        }
        if (!srbs.matches("[1-9]\\d{0,2}") || Integer.parseInt(srbs) > QDIO_MAX_BUFFERS_PER_Q) {
            throw new IllegalArgumentException("srbs is " + AUTO + " or a number from 1 to " + QDIO_MAX_BUFFERS_PER_Q + ", not \"" + srbs
                    + '"');
        }
        return Integer.parseInt(srbs);
    }

    /** Checks the parameter {@code burst}. */
    static int burst(int burst) {
        if (burst < 1 || burst > QDIO_MAX_BUFFERS_PER_Q) {
            throw new IllegalArgumentException("burst is a number from 1 to " + QDIO_MAX_BUFFERS_PER_Q + ", not " + burst);
        }
        return burst;
    }
}
