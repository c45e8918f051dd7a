// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.virtual.RunResult;
import org.zfcp4j.kernel.virtual.Violation;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.linux.LinuxSource;

/** A task that goes on and on without doing anything that others could see: the search ends all the same, and says where it is. */
@Timeout(60)
class EndlessLoopTest {
    private static final int PATIENCE_MILLIS = 300;
    /** Ends the loops of a test, so that the processors are there for the next one. */
    private final AtomicBoolean over = new AtomicBoolean();

    /** Loops under one of its schedules: where the other task comes between its two looks at the counter. */
    private final class Looping implements Program {
        @Override
        public Instance start(VirtualKernel kernel) {
            AtomicInt counter = kernel.atomicInt("counter", null, 0);
            kernel.user("looper", () -> {
                int seen = counter.read();
                if (counter.read() != seen) {
                    adapterUnblock(over);
                }
            });
            kernel.user("other", () -> counter.add(1));
            return new Instance() {
                @Override
                public void main() {
                    // the tasks exist
                }

                @Override
                public String fault(RunResult result) {
                    return null;
                }
            };
        }

        @Override
        public int patienceMillis() {
            return PATIENCE_MILLIS;
        }
    }

    @LinuxSource("zfcp_erp.c:zfcp_erp_adapter_unblock")
    private static void adapterUnblock(AtomicBoolean over) {
        while (!over.get()) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void endLoops() {
        over.set(true);
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void endsTheSearchAndTellsTheFunction(Strategy strategy) {
        SearchOptions options = strategy == Strategy.DFS ? SearchOptions.dfs(2) : SearchOptions.random(strategy, 1, 10_000);
        Search search = new Search(new Looping(), options);
        SearchResult result = search.run(progress -> { });
        assertEquals(Outcome.VIOLATED, result.outcome());
        assertFalse(result.complete());
        Finding finding = search.simplify(result.findings().get(0));
        String fault = finding.execution().fault();
        assertTrue(fault.startsWith("ENDLESS_LOOP in looper"), fault);
        assertTrue(fault.contains(" in zfcp_erp_adapter_unblock at "), fault);
        Story.Told told = Story.of(new Looping(), finding.schedule());
        assertEquals(fault, told.execution().fault());
        assertEquals("counter", told.lines().get(told.lines().size() - 1).variable());
    }

    @Test
    void runIsGivenUp() {
        try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig().patience(PATIENCE_MILLIS))) {
            RunResult result = kernel.run(() -> adapterUnblock(over));
            assertTrue(kernel.isAbandoned());
            assertEquals(Violation.Rule.ENDLESS_LOOP, result.violations().get(0).rule());
            assertEquals("zfcp_erp_adapter_unblock", result.violations().get(0).function());
        }
    }

    @Test
    void stepsThatGoOnAreLeftAlone() {
        try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig().patience(PATIENCE_MILLIS))) {
            AtomicInt counter = kernel.atomicInt("counter", null, 0);
            long end = System.nanoTime() + 4L * PATIENCE_MILLIS * 1_000_000;
            kernel.runOrThrow(() -> {
                while (System.nanoTime() < end) {
                    counter.inc();
                }
            });
        }
    }
}
