// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ordered work queues. */
public interface WorkContract extends OnKernel {
    /** A gate that is closed: work items wait in front of it, which holds up their queue. */
    final class Gate {
        private final Kernel kernel;
        private final Completion entered;
        private final Completion open;

        Gate(Kernel kernel) {
            this.kernel = kernel;
            entered = kernel.completion("entered", null);
            open = kernel.completion("open", null);
        }

        void pass() {
            entered.complete();
            open.waitForCompletion();
        }

        Work closeOn(WorkQueue queue) {
            Work work = kernel.work("gate", null, w -> pass());
            queue.queue(work);
            entered.waitForCompletion();
            return work;
        }
    }

    @Test
    default void itemsRunInTheOrderOfQueueing() {
        onKernel(kernel -> {
            WorkQueue queue = kernel.orderedWorkQueue("ordered");
            List<Integer> ran = Collections.synchronizedList(new ArrayList<>());
            Gate gate = new Gate(kernel);
            gate.closeOn(queue);
            List<Integer> expected = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                int number = i;
                expected.add(i);
                assertTrue(queue.queue(kernel.work("item" + i, null, w -> ran.add(number))));
            }
            gate.open.complete();
            queue.destroy();
            assertEquals(expected, ran);
        });
    }

    @Test
    default void pendingItemIsNotQueuedTwice() {
        onKernel(kernel -> {
            WorkQueue queue = kernel.orderedWorkQueue("once");
            AtomicInt runs = kernel.atomicInt("runs", null, 0);
            Gate gate = new Gate(kernel);
            gate.closeOn(queue);
            Work work = kernel.work("item", "owner", w -> runs.inc());
            assertFalse(work.isPending());
            assertTrue(queue.queue(work));
            assertTrue(work.isPending());
            assertFalse(queue.queue(work));
            assertFalse(queue.queueDelayed(work, 1));
            gate.open.complete();
            assertTrue(work.flush() || runs.read() == 1);
            assertFalse(work.isPending());
            queue.destroy();
            assertEquals(1, runs.read());
            assertEquals("owner", work.owner());
        });
    }

    @Test
    default void runningItemMayBeQueuedAgain() {
        onKernel(kernel -> {
            WorkQueue queue = kernel.orderedWorkQueue("again");
            AtomicInt runs = kernel.atomicInt("runs", null, 0);
            boolean[] accepted = new boolean[2];
            Completion second = kernel.completion("second", null);
            queue.queue(kernel.work("item", null, w -> {
                if (runs.addReturn(1) == 1) {
                    accepted[0] = queue.queue(w);
                    accepted[1] = queue.queue(w);
                } else {
                    second.complete();
                }
            }));
            second.waitForCompletion();
            queue.destroy();
            assertEquals(2, runs.read());
            assertTrue(accepted[0], "queued while it runs");
            assertFalse(accepted[1], "pending already");
        });
    }

    @Test
    default void delayedItemRunsAfterItsDelay() {
        onKernel(kernel -> {
            WorkQueue queue = kernel.orderedWorkQueue("delayed");
            Completion ran = kernel.completion("ran", null);
            long[] at = new long[1];
            Work work = kernel.work("item", null, w -> {
                at[0] = kernel.jiffies();
                ran.complete();
            });
            long before = kernel.jiffies();
            assertTrue(queue.queueDelayed(work, 15));
            assertFalse(queue.queueDelayed(work, 0));
            ran.waitForCompletion();
            assertTrue(at[0] - before >= 14, "ran after " + (at[0] - before));
            assertTrue(queue.queueDelayed(work, 0));
            ran.waitForCompletion();
            queue.destroy();
        });
    }

    @Test
    default void cancelledItemDoesNotRun() {
        onKernel(kernel -> {
            WorkQueue queue = kernel.orderedWorkQueue("cancelled");
            AtomicInt runs = kernel.atomicInt("runs", null, 0);
            Work work = kernel.work("item", null, w -> runs.inc());
            assertFalse(work.cancelSync(), "never queued");
            queue.queueDelayed(work, HOUR);
            assertTrue(work.isPending());
            assertTrue(work.cancelSync());
            assertFalse(work.isPending());
            assertFalse(work.cancelSync());
            queue.destroy();
            assertEquals(0, runs.read());
        });
    }

    @Test
    default void cancelDoesNotWaitForOtherItems() {
        onKernel(kernel -> {
            WorkQueue queue = kernel.orderedWorkQueue("held up");
            AtomicInt runs = kernel.atomicInt("runs", null, 0);
            Gate gate = new Gate(kernel);
            gate.closeOn(queue);
            Work work = kernel.work("item", null, w -> runs.inc());
            queue.queue(work);
            assertTrue(work.cancelSync(), "returns although the queue is held up");
            assertTrue(queue.queue(work), "may be queued again");
            gate.open.complete();
            queue.destroy();
            assertEquals(1, runs.read());
        });
    }

    @Test
    default void cancelWaitsForTheRunAndKeepsItFromBeingQueuedMeanwhile() {
        onKernel(kernel -> {
            WorkQueue queue = kernel.orderedWorkQueue("running");
            AtomicInt ended = kernel.atomicInt("ended", null, 0);
            Completion started = kernel.completion("started", null);
            boolean[] requeued = new boolean[1];
            Work work = kernel.work("item", null, w -> {
                started.complete();
                while (!w.isPending()) {
                    kernel.msleep(0);
                }
                requeued[0] = queue.queue(w);
                ended.set(1);
            });
            queue.queue(work);
            started.waitForCompletion();
            assertFalse(work.cancelSync(), "it ran, and was not pending");
            assertEquals(1, ended.read());
            assertFalse(requeued[0]);
            assertFalse(work.isPending());
            queue.destroy();
        });
    }

    @Test
    default void flushWaitsForTheItemAndWhatIsBeforeIt() {
        onKernel(kernel -> {
            WorkQueue queue = kernel.orderedWorkQueue("flushed");
            AtomicInt runs = kernel.atomicInt("runs", null, 0);
            Work first = kernel.work("first", null, w -> runs.inc());
            Work second = kernel.work("second", null, w -> runs.inc());
            assertFalse(first.flush(), "never queued");
            queue.queue(first);
            queue.queue(second);
            second.flush();
            assertEquals(2, runs.read());
            assertFalse(second.flush(), "idle");
            queue.destroy();
        });
    }

    @Test
    default void flushCutsADelayShort() {
        onKernel(kernel -> {
            WorkQueue queue = kernel.orderedWorkQueue("flushed");
            AtomicInt runs = kernel.atomicInt("runs", null, 0);
            Work work = kernel.work("item", null, w -> runs.inc());
            long before = kernel.jiffies();
            queue.queueDelayed(work, HOUR);
            work.flush();
            assertEquals(1, runs.read());
            assertTrue(kernel.jiffies() - before < HOUR);
            queue.destroy();
        });
    }

    @Test
    default void observerSeesTheLifeOfWorkItems() {
        onKernel(kernel -> {
            List<String> events = Collections.synchronizedList(new ArrayList<>());
            kernel.setObserver(new KernelObserver() {
                @Override
                public void workQueued(WorkQueue queue, Work work, long delayJiffies, boolean queued) {
                    events.add("queued " + work.name() + ' ' + delayJiffies + ' ' + queued);
                }

                @Override
                public void workStart(WorkQueue queue, Work work) {
                    events.add("start " + work.name() + " on " + queue.name() + " in " + kernel.contextName());
                }

                @Override
                public void workEnd(WorkQueue queue, Work work) {
                    events.add("end " + work.name());
                }
            });
            WorkQueue queue = kernel.orderedWorkQueue("wq");
            Work work = kernel.work("item", null, w -> { });
            queue.queueDelayed(work, HOUR);
            queue.queueDelayed(work, HOUR);
            work.flush();
            queue.destroy();
            assertEquals(List.of("queued item 3600000 true", "queued item 3600000 false", "queued item 0 true",
                "start item on wq in wq", "end item"), events);
        });
    }
}
