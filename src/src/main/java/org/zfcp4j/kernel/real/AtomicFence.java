// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import java.lang.invoke.VarHandle;
import java.util.Set;

/**
 * {@code smp_mb__before_atomic} and {@code smp_mb__after_atomic}. What Linux calls fully ordered also orders accesses that are not
 * volatile, and does so if a compare-and-set fails, both of which is more than Java promises. Where the processor's atomic
 * instructions serialise, they provide it; elsewhere it takes fences.
 */
final class AtomicFence {
    private static final boolean NEEDED = !Set.of("amd64", "x86_64", "s390x").contains(System.getProperty("os.arch"));

    private AtomicFence() {
    }

    static void beforeAtomic() {
        if (NEEDED) {
            VarHandle.fullFence();
        }
    }

    static void afterAtomic() {
        if (NEEDED) {
            VarHandle.fullFence();
        }
    }
}
