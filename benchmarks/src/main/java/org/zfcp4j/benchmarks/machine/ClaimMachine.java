// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.machine;

import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.SpinLock;

/** The counter of missing buffers alone, with the claims of the refill policies: {@code native/reference/ref_claim.c} in Java. */
public final class ClaimMachine implements AutoCloseable {
    private final InlineKernel kernel = new InlineKernel();
    private final AtomicInt statMiss = kernel.atomicInt("stat_miss", this, 0);
    private final SpinLock lock = kernel.spinLock("claim", this);
    private final String policy;

    public ClaimMachine(String policy) {
        this.policy = policy;
    }

    /** Counts {@code operations} buffers as missing, one at a time, each time claiming all there are; returns the claims in excess. */
    public long claim(int operations) {
        return switch (policy) {
            case "check-then-dec" -> checkThenDec(operations);
            case "add-unless", "cancel-at-close" -> addUnless(operations);
            case "claim-all" -> claimAll(operations);
            case LockedClaim.NAME -> locked(operations);
            default -> throw new IllegalArgumentException("no claim of policy " + policy);
        };
    }

    private long checkThenDec(int operations) {
        long excess = 0;
        for (int i = 0; i < operations; i++) {
            excess += statMiss.addReturn(1) <= 0 ? 1 : 0;
            while (statMiss.read() > 0) {
                statMiss.dec();
            }
        }
        return excess;
    }

    private long addUnless(int operations) {
        long excess = 0;
        for (int i = 0; i < operations; i++) {
            excess += statMiss.addReturn(1) <= 0 ? 1 : 0;
            boolean claimed;
            do {
                claimed = statMiss.addUnless(-1, 0);
            } while (claimed);
        }
        return excess;
    }

    private long claimAll(int operations) {
        long excess = 0;
        for (int i = 0; i < operations; i++) {
            excess += statMiss.addReturn(1) <= 0 ? 1 : 0;
            boolean claimed;
            do {
                claimed = statMiss.read() != 0 && statMiss.xchg(0) != 0;
            } while (claimed);
        }
        return excess;
    }

    private boolean claimLocked() {
        lock.lockIrq();
        boolean claimed = statMiss.read() > 0;
        if (claimed) {
            statMiss.dec();
        }
        lock.unlockIrq();
        return claimed;
    }

    private long locked(int operations) {
        long excess = 0;
        for (int i = 0; i < operations; i++) {
            excess += statMiss.addReturn(1) <= 0 ? 1 : 0;
            boolean claimed;
            do {
                claimed = claimLocked();
            } while (claimed);
        }
        return excess;
    }

    @Override
    public void close() {
        kernel.close();
    }
}
