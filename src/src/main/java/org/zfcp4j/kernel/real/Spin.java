// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import java.util.concurrent.locks.LockSupport;

/** How a thread waits for an event that it expects soon: it spins, then yields, then sleeps for short times. */
final class Spin {
    /** Polls of the lock before it yields: some microseconds, longer than a critical section of the driver. */
    static final int BOUND = Runtime.getRuntime().availableProcessors() > 1 ? 128 : 0;
    private static final int YIELDS = 1024;
    private static final long NAP_NANOS = 50_000;

    private Spin() {
    }

    /** Called with 0, 1, 2, … for each poll. */
    static void pause(int look) {
        if (look < BOUND) {
            Thread.onSpinWait();
        } else if (look < BOUND + YIELDS) {
            Thread.yield();
        } else {
            LockSupport.parkNanos(NAP_NANOS);
        }
    }
}
