// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing is allocated in the steady state of the refill. A thread's allocated bytes are counted exactly, whatever else the machine
 * does; what is waited for is that the compiler has done its work: a batch without allocation must come, and then more of them.
 */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int OPERATIONS = 4096;
    private static final int CLEAN_BATCHES = 5;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    /** Batches until so many in a row allocate nothing; fails with the least that one allocated. */
    private static void assertAllocatesNothing(Runnable batch) {
        long end = System.nanoTime() + PATIENCE;
        long least = Long.MAX_VALUE;
        int clean = 0;
        while (clean < CLEAN_BATCHES && System.nanoTime() - end < 0) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            batch.run();
            long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
            least = Math.min(least, bytes);
            clean = bytes == 0 ? clean + 1 : 0;
        }
        assertEquals(CLEAN_BATCHES, clean, "at least " + least + " bytes in " + OPERATIONS + " operations");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check-then-dec", "add-unless", "cancel-at-close", "claim-all", "lock"})
    void claims(String policy) {
        try (ClaimMachine machine = new ClaimMachine(policy)) {
            assertAllocatesNothing(() -> machine.claim(OPERATIONS));
        }
    }

    @ParameterizedTest
    @CsvSource({"check-then-dec, 1", "add-unless, 1", "cancel-at-close, 1", "claim-all, 1", "claim-all, 8", "lock, 1"})
    void posts(String policy, int burst) {
        try (RefillMachine machine = new RefillMachine(policy, 16)) {
            assertAllocatesNothing(() -> machine.post(OPERATIONS, burst));
        }
    }

    @ParameterizedTest
    @CsvSource({"check-then-dec, 1", "add-unless, 1", "cancel-at-close, 1", "claim-all, 1", "claim-all, 8", "lock, 1"})
    void loops(String policy, int burst) {
        try (RefillMachine machine = new RefillMachine(policy, 16)) {
            assertAllocatesNothing(() -> machine.loop(OPERATIONS, burst));
        }
    }

    @Test
    void theCounterSeesASingleObject() {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        byte[] object = new byte[16];
        assertTrue(THREADS.getCurrentThreadAllocatedBytes() - before >= object.length);
    }
}
