// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.machine;

import java.util.concurrent.locks.LockSupport;

/** How a thread waits that found nothing to do, as in {@code native/reference/ref_kernel.h}. */
final class Pause {
    private static final int SPINS = 128;
    private static final int YIELDS = 1024;
    private static final long NAP_NANOS = 50_000;

    private Pause() {
    }

    /** Called with 0, 1, 2, … for the looks. */
    static void look(int look) {
        if (look < SPINS) {
            Thread.onSpinWait();
        } else if (look < SPINS + YIELDS) {
            Thread.yield();
        } else {
            LockSupport.parkNanos(NAP_NANOS);
        }
    }
}
