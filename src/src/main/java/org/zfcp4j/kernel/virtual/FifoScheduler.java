// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

/**
 * Cooperative: a thread runs until it blocks, and runnable threads run in the order in which they were woken. Interrupts,
 * tasklets, timers and the hardware run when no thread is runnable, and so do threads whose sleep has ended, all of them
 * in the order in which they became due.
 */
public final class FifoScheduler implements Scheduler {
    @Override
    public int choose(Choice choice) {
        int size = choice.size();
        for (int i = 0; i < size; i++) {
            if (!choice.task(i).isDeferred()) {
                return i;
            }
        }
        return 0;
    }

    @Override
    public boolean preempts() {
        return false;
    }
}
