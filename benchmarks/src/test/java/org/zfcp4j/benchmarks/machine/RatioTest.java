// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.machine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.zfcp4j.benchmarks.reference.ReferenceClaim;
import org.zfcp4j.benchmarks.reference.ReferenceMachine;

/**
 * A regression of the port shows as a ratio to C, which the machine and its other work do not change: batches of Java and of C in
 * turn, processor time of this thread, and of each the lowest, since other work can only add to it. The limits are generous: they
 * are for a lock, an allocation or a missed inlining, not for a per cent. The figures are the business of {@code bench}.
 */
class RatioTest {
    private static final int OPERATIONS = 2048;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(20);
    private static final int ROUNDS = 400;

    /** Rounds until the quotient of the lowest times is good; all of them if it is not. */
    private static void assertRatio(double limit, Runnable java, Runnable c) {
        AlternatingBatches batches = new AlternatingBatches(java, c);
        long end = System.nanoTime() + LONGEST;
        for (int round = 0; round < ROUNDS || batches.javaNanos() > limit * batches.cNanos() && System.nanoTime() - end < 0; round++) {
            batches.round();
        }
        long lowestJava = batches.javaNanos();
        long lowestC = batches.cNanos();
        String ratio = String.format(Locale.ROOT, "Java takes %.1f ns, C %.1f ns, %.2f times as long; the limit is %.2f",
                (double) lowestJava / OPERATIONS, (double) lowestC / OPERATIONS, (double) lowestJava / lowestC, limit);
        System.out.println(ratio);
        assertTrue(lowestJava <= limit * lowestC, ratio);
    }

    @Test
    void claim() {
        try (ClaimMachine java = new ClaimMachine("add-unless"); ReferenceClaim c = new ReferenceClaim("add-unless")) {
            assertRatio(1.5, () -> java.claim(OPERATIONS), () -> c.claim(OPERATIONS));
        }
    }

    @Test
    void post() {
        try (RefillMachine java = new RefillMachine("add-unless", 16); ReferenceMachine c = new ReferenceMachine("add-unless", 16)) {
            assertRatio(1.6, () -> java.post(OPERATIONS, 1), () -> c.post(OPERATIONS, 1));
        }
    }

    @Test
    void postWithClaimAll() {
        try (RefillMachine java = new RefillMachine("claim-all", 16); ReferenceMachine c = new ReferenceMachine("claim-all", 16)) {
            assertRatio(1.8, () -> java.post(OPERATIONS, 8), () -> c.post(OPERATIONS, 8));
        }
    }

    @Test
    void loop() {
        try (RefillMachine java = new RefillMachine("add-unless", 16); ReferenceMachine c = new ReferenceMachine("add-unless", 16)) {
            assertRatio(1.6, () -> java.loop(OPERATIONS, 1), () -> c.loop(OPERATIONS, 1));
        }
    }
}
