// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zfcp4j.kernel.Completion;
import org.zfcp4j.kernel.KernelObserver;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;

/** Interrupts and tasklets on the thread that hardware interrupts. */
@Timeout(60)
class InterruptSourceTest {
    private static final int MANY = 1000;

    private final List<String> order = new CopyOnWriteArrayList<>();

    private void note(String what) {
        order.add(what + " " + Thread.currentThread().getName());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anInterruptRunsAtOnceAndItsTaskletsAfterIt() {
        try (RealKernel kernel = new RealKernel(1 << 20)) {
            Tasklet second = kernel.tasklet("second", () -> {
                note("second");
                note(kernel.contextName());
            });
            Tasklet first = kernel.tasklet("first", () -> {
                note("first");
                second.schedule();
            });
            Tasklet interrupt = kernel.interrupt("interrupt", () -> {
                first.schedule();
                first.schedule();
                note("interrupt");
                note(kernel.contextName());
            });
            int[] calls = {0};
            join(kernel.interruptSource("hardware", () -> {
                if (calls[0]++ == 0) {
                    interrupt.schedule();
                    note("returned");
                    return true;
                }
                return false;
            }));
            assertEquals(List.of("interrupt hardware", "irq hardware", "returned hardware", "first hardware", "second hardware",
                    "tasklet hardware"), order);
            assertEquals(null, kernel.failure());
        }
    }

    @Test
    void whatIsScheduledOverAndOverGoesToTheTaskletThread() {
        try (RealKernel kernel = new RealKernel(1 << 20)) {
            Tasklet[] tasklet = {null};
            AtomicInteger left = new AtomicInteger(MANY);
            tasklet[0] = kernel.tasklet("again", () -> {
                note("again");
                if (left.decrementAndGet() > 0) {
                    tasklet[0].schedule();
                }
            });
            int[] calls = {0};
            join(kernel.interruptSource("hardware", () -> {
                boolean first = calls[0]++ == 0;
                if (first) {
                    tasklet[0].schedule();
                }
                return first;
            }));
            while (left.get() > 0) {
                Thread.onSpinWait();
            }
            tasklet[0].kill();
            assertEquals("again hardware", order.get(0));
            assertEquals("again tasklet", order.get(order.size() - 1));
        }
    }

    @Test
    void aTaskletRunsOnOneThreadAtATimeAndNoneIsLost() {
        try (RealKernel kernel = new RealKernel(1 << 20)) {
            AtomicInteger inside = new AtomicInteger();
            AtomicInteger wanted = new AtomicInteger();
            int[] seen = {0};
            boolean[] together = {false};
            Tasklet tasklet = kernel.tasklet("tasklet", () -> {
                together[0] |= inside.incrementAndGet() != 1;
                seen[0] = wanted.get();
                inside.decrementAndGet();
            });
            int[] calls = {0};
            Thread hardware = kernel.interruptSource("hardware", () -> {
                wanted.incrementAndGet();
                tasklet.schedule();
                return ++calls[0] < MANY * MANY / 10;
            });
            for (int i = 0; i < MANY * MANY / 10; i++) {
                wanted.incrementAndGet();
                tasklet.schedule();
            }
            join(hardware);
            tasklet.schedule();
            tasklet.kill();
            assertFalse(together[0]);
            assertEquals(wanted.get(), seen[0]);
        }
    }

    /** Whoever counts on interrupts would wait forever, and nobody would know why. */
    @Test
    void whatASourceThrowsIsAFailureOfTheKernelAndWhatItHadScheduledStillRuns() {
        try (RealKernel kernel = new RealKernel(1 << 20)) {
            IllegalStateException thrown = new IllegalStateException("no interrupt");
            Tasklet tasklet = kernel.tasklet("tasklet", () -> note("tasklet"));
            InterruptSource hardware = kernel.interruptSource("hardware", () -> {
                tasklet.schedule();
                throw thrown;
            });
            hardware.awaitEnd();
            assertEquals(thrown, kernel.failure());
            tasklet.kill();
            assertEquals(List.of("tasklet hardware"), order);
        }
    }

    @Test
    void whatAnObserverThrowsIsAFailureOfTheKernelAndEndsNoWorker() {
        try (RealKernel kernel = new RealKernel(1 << 20)) {
            IllegalStateException thrown = new IllegalStateException("observer");
            Completion ended = kernel.completion("ended", null);
            kernel.setObserver(new KernelObserver() {
                @Override
                public void workStart(WorkQueue queue, Work work) {
                    if (work.name().equals("first")) {
                        throw thrown;
                    }
                }
            });
            WorkQueue queue = kernel.orderedWorkQueue("queue");
            Work first = kernel.work("first", null, work -> { });
            queue.queue(first);
            first.flush();
            queue.queue(kernel.work("second", null, work -> ended.complete()));
            ended.waitForCompletion();
            assertEquals(thrown, kernel.failure());
        }
    }

    @Test
    void killWaitsForATaskletOnTheThreadOfAnInterrupt() {
        try (RealKernel kernel = new RealKernel(1 << 20)) {
            Completion entered = kernel.completion("entered", null);
            boolean[] over = {false};
            Tasklet tasklet = kernel.tasklet("tasklet", () -> {
                entered.complete();
                kernel.msleep(50);
                over[0] = true;
            });
            int[] calls = {0};
            Thread hardware = kernel.interruptSource("hardware", () -> {
                tasklet.schedule();
                return calls[0]++ == 0;
            });
            entered.waitForCompletion();
            tasklet.kill();
            assertTrue(over[0]);
            join(hardware);
        }
    }
}
