// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the driver relies on, whichever kernel it runs on. The cases wait for events, never for time to pass. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class KernelContract {
    private static final long HOUR = 3_600_000;

    /** Runs a case in process context on fresh kernels, as often as makes sense, and fails if anything went wrong in them. */
    protected abstract void onKernel(Consumer<Kernel> body);

    /** A gate that is closed: work items wait in front of it, which holds up their queue. */
    private static final class Gate {
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

    // ---- wait queues

    @Test
    void wakeUpsAreNotLost() {
        onKernel(kernel -> {
            AtomicInt turn = kernel.atomicInt("turn", null, 0);
            WaitQueue queue = kernel.waitQueue("turns", null);
            Completion done = kernel.completion("done", null);
            for (int player = 0; player < 2; player++) {
                int me = player;
                kernel.kthreadRun("player" + me, thread -> {
                    for (int round = 0; round < 50; round++) {
                        queue.waitEvent(() -> turn.read() % 2 == me);
                        turn.inc();
                        queue.wakeUp();
                    }
                    done.complete();
                });
            }
            done.waitForCompletion();
            done.waitForCompletion();
            assertEquals(100, turn.read());
        });
    }

    @Test
    void waitThatTimesOutReturnsZero() {
        onKernel(kernel -> {
            WaitQueue queue = kernel.waitQueue("never", null);
            long before = kernel.jiffies();
            assertEquals(0, queue.waitEventTimeout(() -> false, 20));
            assertTrue(kernel.jiffies() - before >= 19, "waited " + (kernel.jiffies() - before));
        });
    }

    @Test
    void waitWithTrueConditionReturnsAtLeastOne() {
        onKernel(kernel -> {
            WaitQueue queue = kernel.waitQueue("now", null);
            assertTrue(queue.waitEventTimeout(() -> true, HOUR) >= 1);
            assertEquals(1, queue.waitEventTimeout(() -> true, 0));
            assertEquals(0, queue.waitEventTimeout(() -> false, 0));
            queue.waitEvent(() -> true);
        });
    }

    @Test
    void wokenWaitReturnsWhatIsLeft() {
        onKernel(kernel -> {
            AtomicInt flag = kernel.atomicInt("flag", null, 0);
            WaitQueue queue = kernel.waitQueue("flags", null);
            kernel.kthreadRun("waker", thread -> {
                flag.set(1);
                queue.wakeUp();
            });
            long left = queue.waitEventTimeout(() -> flag.read() == 1, HOUR);
            assertTrue(left >= 1 && left <= HOUR, "left " + left);
        });
    }

    @Test
    void lockedWaitEvaluatesUnderTheLockAndDropsItWhileAsleep() {
        onKernel(kernel -> {
            SpinLock lock = kernel.spinLock("lock", null);
            WaitQueue queue = kernel.waitQueue("locked", null);
            int[] free = new int[1];
            boolean[] always = {true};
            kernel.kthreadRun("giver", thread -> {
                lock.lockIrq();
                free[0]++;
                lock.unlockIrq();
                queue.wakeUp();
            });
            lock.lockIrq();
            assertEquals(0, queue.waitEventLockIrq(() -> {
                always[0] &= lock.isHeld();
                return free[0] > 0;
            }, lock));
            assertTrue(lock.isHeld());
            assertEquals(1, free[0]);
            long left = queue.waitEventLockIrqTimeout(() -> false, lock, 2);
            assertEquals(0, left);
            assertTrue(queue.waitEventLockIrqTimeout(() -> free[0] == 1, lock, HOUR) >= 1);
            lock.unlockIrq();
            assertTrue(always[0], "the lock was held at each evaluation");
        });
    }

    @Test
    void wakeUpReachesAllWaiters() {
        onKernel(kernel -> {
            AtomicInt go = kernel.atomicInt("go", null, 0);
            WaitQueue queue = kernel.waitQueue("all", null);
            Completion done = kernel.completion("done", null);
            for (int i = 0; i < 4; i++) {
                kernel.kthreadRun("waiter" + i, thread -> {
                    queue.waitEvent(() -> go.read() != 0);
                    done.complete();
                });
            }
            go.set(1);
            queue.wakeUp();
            for (int i = 0; i < 4; i++) {
                done.waitForCompletion();
            }
        });
    }

    // ---- work queues

    @Test
    void itemsRunInTheOrderOfQueueing() {
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
    void pendingItemIsNotQueuedTwice() {
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
    void runningItemMayBeQueuedAgain() {
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
    void delayedItemRunsAfterItsDelay() {
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
    void cancelledItemDoesNotRun() {
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
    void cancelDoesNotWaitForOtherItems() {
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
    void cancelWaitsForTheRunAndKeepsItFromBeingQueuedMeanwhile() {
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
    void flushWaitsForTheItemAndWhatIsBeforeIt() {
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
    void flushCutsADelayShort() {
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
    void observerSeesTheLifeOfWorkItems() {
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

    // ---- timers

    @Test
    void timerFiresOnceInTimerContext() {
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
    void rearmedTimerFiresAtTheNewTimeOnly() {
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
    void deletedTimerDoesNotFire() {
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
    void deleteSyncWaitsForTheFunction() {
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
    void timerMayArmItself() {
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
    void timersFireInTheOrderOfTheirTimes() {
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
    protected void inOrder(Kernel kernel, List<Integer> order) {
        assertEquals(List.of(3, 6, 9, 12), order);
    }

    // ---- completions, tasklets, threads

    @Test
    void eachCompletionLetsOneWaiterGo() {
        onKernel(kernel -> {
            Completion completion = kernel.completion("completion", null);
            assertFalse(completion.isDone());
            completion.complete();
            completion.complete();
            assertTrue(completion.isDone());
            completion.waitForCompletion();
            completion.waitForCompletion();
            assertFalse(completion.isDone());
            completion.complete();
            completion.init();
            assertFalse(completion.isDone());
            assertEquals("completion", completion.name());
        });
    }

    @Test
    void taskletScheduledWhileItRunsRunsOnceMore() {
        onKernel(kernel -> {
            AtomicInt runs = kernel.atomicInt("runs", null, 0);
            Completion second = kernel.completion("second", null);
            Tasklet[] tasklet = new Tasklet[1];
            tasklet[0] = kernel.tasklet("tasklet", () -> {
                if (runs.addReturn(1) == 1) {
                    tasklet[0].schedule();
                    tasklet[0].schedule();
                } else {
                    second.complete();
                }
            });
            tasklet[0].schedule();
            second.waitForCompletion();
            tasklet[0].kill();
            assertEquals(2, runs.read());
        });
    }

    @Test
    void killWaitsUntilTheTaskletIsThrough() {
        onKernel(kernel -> {
            AtomicInt steps = kernel.atomicInt("steps", null, 0);
            Tasklet tasklet = kernel.tasklet("tasklet", () -> {
                for (int i = 0; i < 20; i++) {
                    steps.inc();
                }
            });
            tasklet.schedule();
            tasklet.kill();
            assertEquals(20, steps.read());
        });
    }

    @Test
    void interruptsAndTaskletsHaveTheirContexts() {
        onKernel(kernel -> {
            List<String> contexts = Collections.synchronizedList(new ArrayList<>());
            Completion done = kernel.completion("done", null);
            Tasklet tasklet = kernel.tasklet("bottom", () -> {
                contexts.add(kernel.contextName());
                done.complete();
            });
            Tasklet interrupt = kernel.interrupt("top", () -> {
                contexts.add(kernel.contextName());
                tasklet.schedule();
            });
            kernel.kthreadRun("a thread", thread -> {
                contexts.add(kernel.contextName());
                interrupt.schedule();
            });
            done.waitForCompletion();
            assertEquals(List.of("a thread", "irq", "tasklet"), contexts);
        });
    }

    @Test
    void stopWakesTheThreadAndWaitsForItsEnd() {
        onKernel(kernel -> {
            WaitQueue queue = kernel.waitQueue("work", null);
            AtomicInt ended = kernel.atomicInt("ended", null, 0);
            KThread thread = kernel.kthreadRun("daemon", self -> {
                while (!self.shouldStop()) {
                    queue.waitEvent(self::shouldStop);
                }
                ended.set(1);
            });
            assertEquals("daemon", thread.name());
            thread.stop();
            assertEquals(1, ended.read());
        });
    }

    @Test
    void stopOfAThreadThatHasEndedReturns() {
        onKernel(kernel -> {
            Completion last = kernel.completion("last", null);
            KThread thread = kernel.kthreadRun("short", self -> last.complete());
            last.waitForCompletion();
            thread.stop();
        });
    }

    // ---- locks

    @Test
    void spinLockExcludes() {
        onKernel(kernel -> {
            SpinLock lock = kernel.spinLock("lock", null);
            exclusion(kernel, lock::lock, lock::unlock, lock::isHeld);
        });
    }

    @Test
    void writeLockExcludes() {
        onKernel(kernel -> {
            RwLock lock = kernel.rwLock("lock", null);
            exclusion(kernel, lock::writeLockIrq, lock::writeUnlockIrq, lock::isHeld);
        });
    }

    @Test
    void mutexExcludes() {
        onKernel(kernel -> {
            Mutex lock = kernel.mutex("lock", null);
            assertEquals(0, lock.lockInterruptible());
            lock.unlock();
            exclusion(kernel, lock::lock, lock::unlock, () -> true);
        });
    }

    private static void exclusion(Kernel kernel, Runnable lock, Runnable unlock, java.util.function.BooleanSupplier held) {
        int[] counter = new int[1];
        AtomicInt inside = kernel.atomicInt("inside", null, 0);
        Completion done = kernel.completion("done", null);
        for (int i = 0; i < 3; i++) {
            kernel.kthreadRun("incrementer" + i, thread -> {
                for (int n = 0; n < 20; n++) {
                    lock.run();
                    assertEquals(1, inside.addReturn(1));
                    assertTrue(held.getAsBoolean());
                    counter[0]++;
                    inside.dec();
                    unlock.run();
                }
                done.complete();
            });
        }
        for (int i = 0; i < 3; i++) {
            done.waitForCompletion();
        }
        assertEquals(60, counter[0]);
    }

    @Test
    void readersShareAndNestAlthoughAWriterWaits() {
        onKernel(kernel -> {
            RwLock lock = kernel.rwLock("lock", null);
            AtomicInt readers = kernel.atomicInt("readers", null, 0);
            AtomicInt written = kernel.atomicInt("written", null, 0);
            Completion done = kernel.completion("done", null);
            lock.readLock();
            kernel.kthreadRun("writer", thread -> {
                lock.writeLock();
                written.set(1);
                lock.writeUnlock();
                done.complete();
            });
            lock.readLockIrq();
            assertEquals(0, written.read());
            lock.readUnlockIrq();
            assertTrue(lock.isHeld());
            lock.readUnlock();
            kernel.kthreadRun("reader", thread -> {
                lock.readLock();
                readers.inc();
                lock.readUnlock();
                done.complete();
            });
            done.waitForCompletion();
            done.waitForCompletion();
            assertEquals(1, written.read());
            assertEquals(1, readers.read());
            assertFalse(lock.isHeld());
        });
    }

    // ---- atomics

    @Test
    void atomicOperationsComputeWhatTheKernelsDo() {
        onKernel(kernel -> {
            AtomicInt a = kernel.atomicInt("a", "owner", 5);
            assertEquals(5, a.read());
            a.set(-7);
            assertEquals(-7, a.read());
            a.add(10);
            assertEquals(3, a.read());
            a.sub(5);
            assertEquals(-2, a.read());
            a.inc();
            a.inc();
            a.inc();
            assertEquals(1, a.read());
            a.dec();
            assertEquals(0, a.read());
            assertEquals(4, a.addReturn(4));
            assertEquals(3, a.decReturn());
            assertTrue(a.addUnless(-1, 0));
            assertTrue(a.addUnless(2, 7));
            assertEquals(4, a.read());
            assertFalse(a.addUnless(-1, 4));
            assertEquals(4, a.read());
            a.or(0x80000003);
            assertEquals(0x80000007, a.read());
            a.andnot(0x80000001);
            assertEquals(6, a.read());
            assertEquals(6, a.xchg(9));
            assertEquals(9, a.read());
            a.set(Integer.MAX_VALUE);
            assertEquals(Integer.MIN_VALUE, a.addReturn(1));
            assertEquals("a", a.name());
            assertEquals("owner", a.owner());
        });
    }

    @Test
    void atomicOperationsAreAtomic() {
        onKernel(kernel -> {
            AtomicInt counter = kernel.atomicInt("counter", null, 60);
            AtomicInt claims = kernel.atomicInt("claims", null, 0);
            AtomicInt bits = kernel.atomicInt("bits", null, 0);
            Completion done = kernel.completion("done", null);
            for (int i = 0; i < 3; i++) {
                int bit = 1 << i;
                kernel.kthreadRun("claimer" + i, thread -> {
                    while (counter.addUnless(-1, 0)) {
                        claims.inc();
                        bits.or(bit);
                        bits.andnot(bit);
                    }
                    bits.or(bit);
                    done.complete();
                });
            }
            for (int i = 0; i < 3; i++) {
                done.waitForCompletion();
            }
            assertEquals(0, counter.read());
            assertEquals(60, claims.read());
            assertEquals(7, bits.read());
        });
    }

    // ---- time, storage, what is built on top

    @Test
    void clocksAgree() {
        onKernel(kernel -> {
            long before = kernel.jiffies();
            kernel.msleep(3);
            long after = kernel.jiffies();
            assertTrue(after - before >= 2, "slept " + (after - before));
            long tod = kernel.todClock();
            assertEquals(0, tod & 0xfff);
            assertTrue((tod >>> 12) / 1000 >= after);
            assertEquals(0, kernel.randomBelow(0));
            assertEquals(0, kernel.randomBelow(1));
            int random = kernel.randomBelow(250);
            assertTrue(random >= 0 && random < 250);
        });
    }

    @Test
    void storageIsAlignedAndAccountedFor() {
        onKernel(kernel -> {
            Storage storage = kernel.storage();
            long before = storage.allocated();
            List<Long> blocks = new ArrayList<>();
            for (int size : new int[] {1, 16, 100, 256, 1696, 4096, 40_000, 70_000, 200_000}) {
                for (long align : new long[] {1, 16, 256, 4096}) {
                    long block = storage.zalloc(size, align);
                    assertNotEquals(0, block);
                    assertEquals(0, block % align);
                    assertTrue(block >= storage.base() && block + size <= storage.limit());
                    blocks.add(block);
                }
            }
            assertEquals(blocks.size(), blocks.stream().distinct().count());
            assertTrue(storage.allocated() > before);
            blocks.forEach(storage::free);
            storage.free(0);
            assertEquals(before, storage.allocated());
            assertEquals(0, storage.alloc(storage.limit() - storage.base() + 1, 1), "exhausted");
        });
    }

    @Test
    void storageIsFoundAgainAfterItWasFreed() {
        onKernel(kernel -> {
            Storage storage = kernel.storage();
            long size = (storage.limit() - storage.base()) / 8;
            for (int i = 0; i < 30; i++) {
                long block = storage.alloc(size, 256);
                assertNotEquals(0, block);
                storage.free(block);
            }
        });
    }

    @Test
    void mempoolFallsBackOnItsReserve() {
        onKernel(kernel -> {
            boolean[] memory = {true};
            int[] made = new int[1];
            List<Integer> freed = new ArrayList<>();
            Mempool.Allocator<Integer> allocator = new Mempool.Allocator<>() {
                @Override
                public Integer alloc() {
                    return memory[0] ? made[0]++ : null;
                }

                @Override
                public void free(Integer element) {
                    freed.add(element);
                }
            };
            Mempool<Integer> pool = Mempool.create(kernel, "pool", 2, allocator);
            assertEquals(2, pool.alloc(), "elements 0 and 1 are the reserve");
            memory[0] = false;
            Integer first = pool.alloc();
            Integer second = pool.alloc();
            assertTrue(first != null && second != null);
            assertEquals(null, pool.alloc());
            pool.free(first);
            assertEquals(first, pool.alloc());
            pool.free(first);
            pool.free(second);
            pool.free(2);
            assertEquals(List.of(2), freed);
            pool.destroy();
            assertEquals(3, freed.size());
            assertEquals(null, Mempool.create(kernel, "none", 1, allocator));
        });
    }

    @Test
    void listsKeepTheKernelsOrder() {
        ListHead<String> list = new ListHead<>();
        ListNode<String> a = new ListNode<>("a");
        ListNode<String> b = new ListNode<>("b");
        ListNode<String> c = new ListNode<>("c");
        assertTrue(list.isEmpty());
        list.addTail(a);
        list.addTail(b);
        list.addHead(c);
        assertEquals(List.of("c", "a", "b"), content(list));
        list.moveToHead(b);
        list.moveToTail(c);
        assertEquals(List.of("b", "a", "c"), content(list));
        ListHead<String> other = new ListHead<>();
        ListNode<String> d = new ListNode<>("d");
        other.addTail(d);
        list.spliceInitTo(other);
        assertEquals(List.of("b", "a", "c", "d"), content(other));
        assertTrue(list.isEmpty());
        other.forEach(name -> {
            if (name.equals("a")) {
                a.del();
            }
        });
        assertFalse(a.isLinked());
        assertEquals(3, other.count());
    }

    private static List<String> content(ListHead<String> list) {
        List<String> names = new ArrayList<>();
        for (ListNode<String> n = list.first(); n != null; n = list.next(n)) {
            names.add(n.owner());
        }
        return names;
    }

    @Test
    void lastPutReleases() {
        onKernel(kernel -> {
            List<String> released = new ArrayList<>();
            Kref<String> kref = new Kref<>(kernel, "object", released::add);
            kref.get();
            assertFalse(kref.put());
            assertTrue(kref.put());
            assertEquals(List.of("object"), released);
        });
    }

    @Test
    void deviceHoldsItsParentWhileItIsRegistered() {
        onKernel(kernel -> {
            List<String> released = Collections.synchronizedList(new ArrayList<>());
            Consumer<Device> release = device -> released.add(device.name());
            Device parent = new Device(kernel, "parent", null, null, release);
            Device child = new Device(kernel, "child", parent, "container", release);
            assertEquals(0, child.register());
            assertEquals(2, parent.references());
            assertTrue(child.get());
            child.unregister();
            assertEquals(List.of(), released);
            child.put();
            parent.put();
            assertEquals(List.of("child", "parent"), released);
            assertFalse(child.get(), "no reference on a dead device");
        });
    }
}
