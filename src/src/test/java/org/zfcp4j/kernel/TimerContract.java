// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Timers. */
public interface TimerContract extends OnKernel {
    @Test
    default void timerFiresOnceInTimerContext() {
        onKernel(kernel -> {
            Completion fired = kernel.completion("fired", null);
            String[] context = new String[1];
            Timer timer = kernel.timer("timer", "owner", () -> {
                context[0] = kernel.contextName();
                fired.complete();
            });
            assertFalse(timer.isPending());
            long before = kernel.jiffies();
            timer.arm(10);
            assertEquals("owner", timer.owner());
            fired.waitForCompletion();
            assertTrue(kernel.jiffies() - before >= 9);
            assertFalse(timer.isPending());
            assertEquals("timer", context[0]);
            assertFalse(timer.delete());
        });
    }

    @Test
    default void rearmedTimerFiresAtTheNewTimeOnly() {
        onKernel(kernel -> {
            AtomicInt fires = kernel.atomicInt("fires", null, 0);
            Completion fired = kernel.completion("fired", null);
            Timer timer = kernel.timer("timer", null, () -> {
                fires.inc();
                fired.complete();
            });
            timer.arm(HOUR);
            timer.arm(1);
            fired.waitForCompletion();
            assertFalse(timer.deleteSync());
            assertEquals(1, fires.read());
        });
    }

    @Test
    default void reducingATimerOnlyBringsItForward() {
        onKernel(kernel -> {
            Completion fired = kernel.completion("fired", null);
            Timer timer = kernel.timer("timer", null, fired::complete);
            timer.reduce(HOUR);
            assertTrue(timer.isPending(), "one that is not pending is armed");
            timer.reduce(1);
            fired.waitForCompletion();
            timer.arm(20);
            long before = kernel.jiffies();
            timer.reduce(HOUR);
            fired.waitForCompletion();
            assertTrue(kernel.jiffies() - before < HOUR);
            assertFalse(timer.isPending());
        });
    }

    @Test
    default void deletedTimerDoesNotFire() {
        onKernel(kernel -> {
            AtomicInt fires = kernel.atomicInt("fires", null, 0);
            Timer timer = kernel.timer("timer", null, fires::inc);
            timer.arm(HOUR);
            assertTrue(timer.isPending());
            assertTrue(timer.delete());
            assertFalse(timer.isPending());
            timer.arm(HOUR);
            assertTrue(timer.deleteSync());
            assertFalse(timer.deleteSync());
            assertEquals(0, fires.read());
        });
    }

    @Test
    default void deleteSyncWaitsForTheFunction() {
        onKernel(kernel -> {
            AtomicInt steps = kernel.atomicInt("steps", null, 0);
            Completion started = kernel.completion("started", null);
            Timer timer = kernel.timer("timer", null, () -> {
                started.complete();
                for (int i = 0; i < 20; i++) {
                    steps.inc();
                }
            });
            timer.arm(0);
            started.waitForCompletion();
            assertFalse(timer.deleteSync());
            assertEquals(20, steps.read());
        });
    }

    @Test
    default void timerMayArmItself() {
        onKernel(kernel -> {
            AtomicInt fires = kernel.atomicInt("fires", null, 0);
            Completion done = kernel.completion("done", null);
            Timer[] timer = new Timer[1];
            timer[0] = kernel.timer("timer", null, () -> {
                if (fires.addReturn(1) < 3) {
                    timer[0].arm(1);
                } else {
                    done.complete();
                }
            });
            timer[0].arm(1);
            done.waitForCompletion();
            assertEquals(3, fires.read());
        });
    }

    @Test
    default void timersFireInTheOrderOfTheirTimes() {
        onKernel(kernel -> {
            List<Integer> order = Collections.synchronizedList(new ArrayList<>());
            Completion done = kernel.completion("done", null);
            int[] delays = {12, 3, 9, 6};
            for (int delay : delays) {
                kernel.timer("t" + delay, null, () -> {
                    order.add(delay);
                    done.complete();
                }).arm(delay);
            }
            for (int ignored : delays) {
                done.waitForCompletion();
            }
            assertEquals(4, order.size());
            inOrder(kernel, order);
        });
    }

    /** Timer functions of different times may overtake each other only where a schedule holds one of them up. */
    default void inOrder(Kernel kernel, List<Integer> order) {
        assertEquals(List.of(3, 6, 9, 12), order);
    }
}
