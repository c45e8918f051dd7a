// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.machine;

import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.SpinLock;

/** The counter of missing buffers alone, with the claims of the refill policies: {@code native/reference/ref_claim.c} in Java. */
public final class ClaimMachine implements AutoCloseable {
    private static final int CACHE_LINE = 64;

    private final InlineKernel kernel = new InlineKernel();
    // Objects lie in the order in which they are made: counter and lock have cache lines of their own, as in C.
    @SuppressWarnings("unused")
    private final byte[] spaceBefore = space();
    private final AtomicInt statMiss = kernel.atomicInt("stat_miss", this, 0);
    @SuppressWarnings("unused")
    private final byte[] spaceBetween = space();
    private final SpinLock lock = kernel.spinLock("claim", this);
    @SuppressWarnings("unused")
    private final byte[] spaceBehind = space();
    private final String policy;

    public ClaimMachine(String policy) {
        this.policy = policy;
    }

    private static byte[] space() {
        return new byte[2 * CACHE_LINE];
    }

    /** Counts {@code operations} buffers as missing, one at a time, each time claiming all there are; returns the claims in excess. */
    public long claim(int operations) {
        return switch (policy) {
            case "check-then-dec" -> checkThenDec(statMiss, operations);
            case "add-unless", "cancel-at-close" -> addUnless(statMiss, operations);
            case "claim-all" -> claimAll(statMiss, operations);
            case LockedClaim.NAME -> locked(statMiss, lock, operations);
            default -> throw new IllegalArgumentException("no claim of policy " + policy);
        };
    }

    private static long checkThenDec(AtomicInt statMiss, int operations) {
        long excess = 0;
        for (int i = 0; i < operations; i++) {
            excess += statMiss.addReturn(1) <= 0 ? 1 : 0;
            while (statMiss.read() > 0) {
                statMiss.dec();
            }
        }
        return excess;
    }

    private static long addUnless(AtomicInt statMiss, int operations) {
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

    private static long claimAll(AtomicInt statMiss, int operations) {
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

    private static boolean claimLocked(AtomicInt statMiss, SpinLock lock) {
        lock.lockIrq();
        boolean claimed = statMiss.read() > 0;
        if (claimed) {
            statMiss.dec();
        }
        lock.unlockIrq();
        return claimed;
    }

    private static long locked(AtomicInt statMiss, SpinLock lock, int operations) {
        long excess = 0;
        for (int i = 0; i < operations; i++) {
            excess += statMiss.addReturn(1) <= 0 ? 1 : 0;
            boolean claimed;
            do {
                claimed = claimLocked(statMiss, lock);
            } while (claimed);
        }
        return excess;
    }

    @Override
    public void close() {
        kernel.close();
    }
}
