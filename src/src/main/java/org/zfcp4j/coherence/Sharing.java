// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.coherence;

/** Whether a line that moved had to. */
public interface Sharing {
    /**
     * The stay of a line in a cache has ended, or the run has. It began with a transfer, at an access to {@code label}.
     *
     * @param needed true if the processor accessed a byte that another one had written since its last copy; otherwise the transfer was
     *               due to what lies beside: false sharing
     */
    void stayed(int processor, int label, boolean needed);
}
