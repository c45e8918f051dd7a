// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.cost;

import java.util.ArrayDeque;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.WaitQueue;

/** Ids of status read buffers that the channel has fetched, for contexts that play their completion. Part of the experiment: it does not count. */
final class SrbReturns {
    private final ArrayDeque<Long> ids = new ArrayDeque<>();
    private final WaitQueue available;
    private int wanted;

    SrbReturns(Kernel kernel, CostMachine machine) {
        available = kernel.waitQueue("experiment", machine);
    }

    /** The channel has fetched one. */
    void fetched(long reqId) {
        ids.add(reqId);
        available.wakeUp();
    }

    /** So many are to be taken, from now on. */
    void want(int count) {
        wanted = count;
    }

    /** Waits for one that the channel has, and takes it; 0 if enough were taken. Process context. */
    long take() {
        available.waitEvent(() -> wanted == 0 || !ids.isEmpty());
        if (wanted == 0) {
            return 0;
        }
        if (--wanted == 0) {
            available.wakeUp();
        }
        return ids.remove();
    }
}
