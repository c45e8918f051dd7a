// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Completion;
import org.zfcp4j.kernel.Mutex;
import org.zfcp4j.kernel.RwLock;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.kernel.Timer;
import org.zfcp4j.kernel.WaitQueue;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;

/** Each checker finds a planted bug, and nothing where there is none. */
class CheckerTest {
    private static RunResult run(Consumer<VirtualKernel> body) {
        try (VirtualKernel kernel = new VirtualKernel()) {
            return kernel.run(() -> body.accept(kernel));
        }
    }

    private static void assertRule(Violation.Rule rule, String inMessage, RunResult result) {
        assertEquals(Outcome.VIOLATION, result.outcome(), result.toString());
        Violation violation = result.violations().get(0);
        assertEquals(rule, violation.rule());
        assertTrue(violation.message().contains(inMessage), violation.message());
        assertTrue(violation.stack().get(0).getClassName().startsWith(CheckerTest.class.getName()),
            violation.stack().toString());
    }

    // ---- deadlocks

    @Test
    void circleOfMutexesIsExplained() {
        RunResult result = run(kernel -> {
            Mutex first = kernel.mutex("first", null);
            Mutex second = kernel.mutex("second", null);
            kernel.kthreadRun("thread", self -> {
                second.lock();
                kernel.msleep(1);
                first.lock();
            });
            first.lock();
            kernel.msleep(2);
            second.lock();
        });
        assertEquals(Outcome.DEADLOCK, result.outcome());
        assertEquals(List.of("user waits in MUTEX_LOCK for second, held by thread",
            "thread waits in MUTEX_LOCK for first, held by user"), result.deadlock().cycle());
        assertEquals(List.of("user", "thread"), result.deadlock().blocked().stream().map(b -> b.task()).toList());
        assertThrows(AssertionError.class, result::orThrow);
    }

    @Test
    void circleOfSpinLocksIsFoundUnderSomeSchedule() {
        int deadlocks = 0;
        for (int seed = 0; seed < 50; seed++) {
            try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig().scheduler(new SeededScheduler(seed, 300, 0)))) {
                SpinLock first = kernel.spinLock("first", null);
                SpinLock second = kernel.spinLock("second", null);
                RunResult result = kernel.run(() -> {
                    kernel.user("other", () -> {
                        second.lock();
                        first.lock();
                        first.unlock();
                        second.unlock();
                    });
                    first.lock();
                    second.lock();
                    second.unlock();
                    first.unlock();
                });
                if (result.outcome() == Outcome.DEADLOCK) {
                    deadlocks++;
                    assertEquals(2, result.deadlock().cycle().size(), result.toString());
                } else {
                    assertTrue(result.isOk(), result.toString());
                }
                assertTrue(deadlocks > 0 || !kernel.lockOrder().cycles().isEmpty(), "known from the order alone");
            }
        }
        assertTrue(deadlocks > 0 && deadlocks < 50, "deadlocks: " + deadlocks);
    }

    /** The shape of the refill alternative that the driver rejects. */
    @Test
    void flushBehindAnItemThatWaitsForTheFlusherIsExplainedAsACircle() {
        RunResult result = run(kernel -> {
            WorkQueue queue = kernel.orderedWorkQueue("wq");
            WaitQueue ready = kernel.waitQueue("erp_ready_wq", null);
            WaitQueue done = kernel.waitQueue("erp_done_wqh", null);
            AtomicInt actions = kernel.atomicInt("erp_total_count", null, 0);
            Work stat = kernel.work("stat_work", null, w -> { });
            boolean[] flushes = new boolean[1];
            kernel.kthreadRun("zfcperp", self -> {
                while (!self.shouldStop()) {
                    ready.waitEvent(() -> actions.read() > 0 || self.shouldStop());
                    if (flushes[0]) {
                        queue.queue(stat);
                        stat.flush();
                    }
                    actions.set(0);
                    done.wakeUp();
                }
            });
            Work scan = kernel.work("scan_work", null, w -> done.waitEvent(() -> actions.read() == 0));
            for (boolean flush : new boolean[] {false, true}) {
                flushes[0] = flush;
                actions.set(1);
                queue.queue(scan);
                ready.wakeUp();
                scan.flush();
            }
        });
        assertEquals(Outcome.DEADLOCK, result.outcome());
        assertEquals(List.of("user", "zfcperp", "wq"), result.deadlock().blocked().stream().map(b -> b.task()).sorted(
            java.util.Comparator.comparing(List.of("user", "zfcperp", "wq")::indexOf)).toList());
        assertEquals(List.of("wq (running scan_work) waits in WAIT_EVENT for erp_done_wqh, woken so far by zfcperp",
            "zfcperp waits in FLUSH_WORK for stat_work, queued behind scan_work on wq"),
            result.deadlock().cycle().stream().sorted().toList());
    }

    @Test
    void idleTasksAreNoDeadlock() {
        RunResult result = run(kernel -> {
            kernel.orderedWorkQueue("wq").queue(kernel.work("item", null, w -> { }));
            WaitQueue ready = kernel.waitQueue("ready", null);
            kernel.kthreadRun("daemon", self -> ready.waitEvent(self::shouldStop));
            kernel.tasklet("tasklet", () -> { }).schedule();
            kernel.hardware("channel", now -> HardwareTask.IDLE).doorbell();
        });
        assertEquals(Outcome.QUIESCENT, result.outcome(), result.toString());
        assertNull(result.deadlock());
    }

    @Test
    void lostWakeUpIsToldFromADeadlock() {
        RunResult result = run(kernel -> {
            WaitQueue queue = kernel.waitQueue("queue", null);
            AtomicInt flag = kernel.atomicInt("flag", null, 0);
            kernel.kthreadRun("forgetful", self -> flag.set(1));
            queue.waitEvent(() -> flag.read() == 1);
        });
        assertEquals(Outcome.LOST_WAKEUP, result.outcome());
        assertTrue(result.deadlock().blocked().get(0).lostWakeup());
        assertTrue(result.toString().contains("a wake-up was lost"), result.toString());
    }

    @Test
    void lostWakeUpOfAnIdleThreadIsFoundToo() {
        RunResult result = run(kernel -> {
            WaitQueue queue = kernel.waitQueue("queue", null);
            AtomicInt items = kernel.atomicInt("items", null, 0);
            kernel.kthreadRun("daemon", self -> queue.waitEvent(() -> items.read() > 0 || self.shouldStop()));
            kernel.msleep(1);
            items.inc();
        });
        assertEquals(Outcome.LOST_WAKEUP, result.outcome());
    }

    @Test
    void workerBlockedInAnItemIsNoIdleTask() {
        RunResult result = run(kernel -> {
            Completion never = kernel.completion("never", null);
            kernel.orderedWorkQueue("wq").queue(kernel.work("item", null, w -> never.waitForCompletion()));
        });
        assertEquals(Outcome.DEADLOCK, result.outcome());
        assertEquals("item", result.deadlock().blocked().get(0).running());
        assertEquals("never", result.deadlock().blocked().get(0).target());
    }

    // ---- contexts

    @Test
    void sleepUnderASpinLockIsAnError() {
        assertRule(Violation.Rule.SLEEP_IN_ATOMIC_CONTEXT, "holding req_q_lock", run(kernel -> {
            SpinLock lock = kernel.spinLock("req_q_lock", null);
            lock.lockIrq();
            kernel.msleep(1);
        }));
    }

    @Test
    void mutexUnderAnRwLockIsAnErrorEvenIfItIsFree() {
        assertRule(Violation.Rule.SLEEP_IN_ATOMIC_CONTEXT, "MUTEX_LOCK mutex", run(kernel -> {
            RwLock lock = kernel.rwLock("erp_lock", null);
            lock.readLock();
            kernel.mutex("mutex", null).lock();
        }));
    }

    @Test
    void waitInATaskletOrTimerIsAnErrorEvenIfTheConditionIsTrue() {
        assertRule(Violation.Rule.SLEEP_IN_ATOMIC_CONTEXT, "TASKLET", run(kernel ->
            kernel.tasklet("tasklet", () -> kernel.waitQueue("queue", null).waitEvent(() -> true)).schedule()));
        assertRule(Violation.Rule.SLEEP_IN_ATOMIC_CONTEXT, "TIMER", run(kernel -> {
            Completion completion = kernel.completion("completion", null);
            completion.complete();
            kernel.timer("timer", null, () -> completion.waitForCompletion()).arm(5);
        }));
    }

    @Test
    void atomicContextIsKnown() {
        run(kernel -> {
            boolean[] in = new boolean[2];
            SpinLock lock = kernel.spinLock("lock", null);
            assertEquals(false, kernel.inAtomicContext());
            lock.lock();
            assertEquals(true, kernel.inAtomicContext());
            lock.unlock();
            assertEquals(false, kernel.inAtomicContext());
            kernel.interrupt("irq", () -> in[0] = kernel.inAtomicContext()).schedule();
            kernel.msleep(1);
            assertEquals(true, in[0]);
        }).orThrow();
    }

    @Test
    void takingAHeldSpinLockAgainIsAnError() {
        assertRule(Violation.Rule.LOCK_RECURSION, "lock", run(kernel -> {
            SpinLock lock = kernel.spinLock("lock", null);
            lock.lock();
            lock.lockIrq();
        }));
        assertRule(Violation.Rule.LOCK_RECURSION, "rwlock", run(kernel -> {
            RwLock lock = kernel.rwLock("rwlock", null);
            lock.readLock();
            lock.writeLock();
        }));
    }

    @Test
    void aLockThatTheCallerHasToHoldAndDoesNotIsAnErrorEvenIfAnotherHoldsIt() {
        assertRule(Violation.Rule.LOCK_NOT_HELD, "req_q_lock is not held", run(kernel ->
            kernel.spinLock("req_q_lock", null).lockdepAssertHeld()));
        assertRule(Violation.Rule.LOCK_NOT_HELD, "sysfs is held by other", run(kernel -> {
            Mutex mutex = kernel.mutex("sysfs", null);
            kernel.kthreadRun("other", self -> {
                mutex.lock();
                kernel.msleep(2);
                mutex.unlock();
            });
            kernel.msleep(1);
            mutex.lockdepAssertHeld();
        }));
        assertRule(Violation.Rule.LOCK_NOT_HELD, "erp_lock", run(kernel -> {
            RwLock lock = kernel.rwLock("erp_lock", null);
            lock.readLock();
            lock.lockdepAssertHeld();
            lock.readUnlock();
            lock.writeLock();
            lock.lockdepAssertHeld();
            lock.writeUnlock();
            lock.lockdepAssertHeld();
        }));
    }

    @Test
    void unlockByAnotherIsAnError() {
        assertRule(Violation.Rule.UNLOCK_BY_NON_OWNER, "held by other", run(kernel -> {
            Mutex lock = kernel.mutex("lock", null);
            kernel.user("other", () -> {
                lock.lock();
                kernel.msleep(10);
                lock.unlock();
            });
            kernel.msleep(1);
            lock.unlock();
        }));
    }

    @Test
    void lockHeldAtTheEndIsAnError() {
        RunResult result = run(kernel -> {
            SpinLock lock = kernel.spinLock("lock", null);
            kernel.kthreadRun("thread", self -> lock.lock());
        });
        assertEquals(Violation.Rule.LOCK_HELD_AT_EXIT, result.violations().get(0).rule());
        result = run(kernel -> {
            SpinLock lock = kernel.spinLock("lock", null);
            kernel.orderedWorkQueue("wq").queue(kernel.work("item", null, w -> lock.lock()));
        });
        assertEquals(Violation.Rule.LOCK_HELD_AT_EXIT, result.violations().get(0).rule());
        assertTrue(result.violations().get(0).message().contains("item"));
    }

    @Test
    void workOnADestroyedQueueIsAnError() {
        assertRule(Violation.Rule.WORK_ON_DESTROYED_QUEUE, "late", run(kernel -> {
            WorkQueue queue = kernel.orderedWorkQueue("wq");
            queue.destroy();
            queue.queue(kernel.work("late", null, w -> { }));
        }));
        RunResult result = run(kernel -> {
            WorkQueue queue = kernel.orderedWorkQueue("wq");
            queue.queueDelayed(kernel.work("delayed", null, w -> { }), 10);
            queue.destroy();
        });
        assertEquals(Violation.Rule.WORK_ON_DESTROYED_QUEUE, result.violations().get(0).rule());
    }

    @Test
    void waitingForItselfIsAnError() {
        assertRule(Violation.Rule.WAIT_FOR_ITSELF, "item", run(kernel ->
            kernel.orderedWorkQueue("wq").queue(kernel.work("item", null, work -> work.cancelSync()))));
        assertRule(Violation.Rule.WAIT_FOR_ITSELF, "timer", run(kernel -> {
            Timer[] timer = new Timer[1];
            timer[0] = kernel.timer("timer", null, () -> timer[0].deleteSync());
            timer[0].arm(1);
        }));
        assertRule(Violation.Rule.WAIT_FOR_ITSELF, "thread", run(kernel -> kernel.kthreadRun("thread", self -> self.stop())));
    }

    @Test
    void runMayGoOnAfterAViolation() {
        try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig().stopsOnViolation(false))) {
            SpinLock lock = kernel.spinLock("lock", null);
            RunResult result = kernel.run(() -> {
                lock.unlock();
                lock.lock();
                kernel.msleep(1);
                lock.unlock();
            });
            assertEquals(Outcome.QUIESCENT, result.outcome());
            assertEquals(List.of(Violation.Rule.UNLOCK_BY_NON_OWNER, Violation.Rule.SLEEP_IN_ATOMIC_CONTEXT),
                result.violations().stream().map(Violation::rule).toList());
            assertEquals(false, result.isOk());
        }
    }

    // ---- the order of locks

    @Test
    void inverseOrderIsAFindingWithItsContextsAndSides() {
        try (VirtualKernel kernel = new VirtualKernel()) {
            RwLock erp = kernel.rwLock("erp_lock", null);
            RwLock ports = kernel.rwLock("port_list_lock", null);
            SpinLock leaf = kernel.spinLock("leaf", null);
            Tasklet tasklet = kernel.tasklet("tasklet", () -> {
                ports.readLockIrq();
                erp.writeLockIrq();
                leaf.lock();
                leaf.unlock();
                erp.writeUnlockIrq();
                ports.readUnlockIrq();
            });
            kernel.runOrThrow(() -> {
                erp.writeLockIrq();
                ports.readLock();
                ports.readUnlock();
                erp.writeUnlockIrq();
                tasklet.schedule();
            });
            List<LockOrder.Cycle> cycles = kernel.lockOrder().cycles();
            assertEquals(1, cycles.size());
            assertEquals("lock order: erp_lock -> port_list_lock(r) in user; port_list_lock(r) -> erp_lock in tasklet",
                cycles.get(0).toString());
            assertEquals(4, kernel.lockOrder().edges().size());
            assertEquals(List.of(), kernel.lockOrder().unsafeInInterrupts());
        }
    }

    @Test
    void twoLocksOfANameAreACircleOfOne() {
        try (VirtualKernel kernel = new VirtualKernel()) {
            SpinLock one = kernel.spinLock("lock", "one");
            SpinLock two = kernel.spinLock("lock", "two");
            kernel.runOrThrow(() -> {
                one.lock();
                two.lock();
                two.unlock();
                one.unlock();
            });
            assertEquals(List.of(List.of("lock")), kernel.lockOrder().cycles().stream().map(c -> c.locks()).toList());
        }
    }

    @Test
    void lockThatAnInterruptTakesMustBeHeldWithInterruptsDisabled() {
        for (boolean disabled : new boolean[] {false, true}) {
            try (VirtualKernel kernel = new VirtualKernel()) {
                SpinLock lock = kernel.spinLock("lock", null);
                Tasklet tasklet = kernel.tasklet("tasklet", () -> {
                    lock.lock();
                    lock.unlock();
                });
                kernel.runOrThrow(() -> {
                    if (disabled) {
                        lock.lockIrq();
                        lock.unlockIrq();
                    } else {
                        lock.lock();
                        lock.unlock();
                    }
                    tasklet.schedule();
                });
                assertEquals(disabled ? List.of() : List.of("lock"), kernel.lockOrder().unsafeInInterrupts());
            }
        }
    }

    // ---- ends

    @Test
    void failureOfAnyTaskEndsTheRun() {
        RuntimeException planned = new RuntimeException("planned");
        RunResult result = run(kernel -> {
            kernel.kthreadRun("thread", self -> {
                throw planned;
            });
            kernel.msleep(1000);
        });
        assertEquals(Outcome.FAILED, result.outcome());
        assertSame(planned, result.failure());
        assertEquals(0, result.jiffies());
        assertTrue(result.detail().contains("thread"));
    }

    @Test
    void panicEndsTheRun() {
        RunResult result = run(kernel -> {
            kernel.tasklet("tasklet", () -> kernel.panic("unknown req_id")).schedule();
            kernel.msleep(1);
        });
        assertEquals(Outcome.PANIC, result.outcome());
        assertEquals("unknown req_id", result.detail());
    }

    @Test
    void blockedTasksAreUnwoundAtTheEnd() {
        boolean[] unwound = new boolean[2];
        Thread[] threads = new Thread[2];
        run(kernel -> {
            SpinLock lock = kernel.spinLock("lock", null);
            for (int i = 0; i < 2; i++) {
                int me = i;
                kernel.kthreadRun("t" + i, self -> {
                    threads[me] = Thread.currentThread();
                    lock.lock();
                    lock.unlock();
                    try {
                        kernel.ssleep(1000);
                    } finally {
                        unwound[me] = true;
                        lock.lock();
                    }
                });
            }
            kernel.ssleep(1);
            kernel.panic("end");
        });
        for (int i = 0; i < 2; i++) {
            assertNotNull(threads[i]);
            assertTrue(unwound[i]);
            join(threads[i]);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatWouldBlockOutsideARunIsRefused() {
        try (VirtualKernel kernel = new VirtualKernel()) {
            assertEquals("init", kernel.contextName());
            Completion completion = kernel.completion("completion", null);
            assertThrows(IllegalStateException.class, completion::waitForCompletion);
            assertThrows(IllegalStateException.class, () -> kernel.panic("outside"));
            kernel.runOrThrow(() -> { });
            assertThrows(IllegalStateException.class, () -> kernel.run(() -> { }));
        }
    }
}
