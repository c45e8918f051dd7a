// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Wait queues. */
public interface WaitContract extends OnKernel {
    @Test
    default void wakeUpsAreNotLost() {
        onKernel(kernel -> {
            AtomicInt turn = kernel.atomicInt("turn", null, 0);
            WaitQueue queue = kernel.waitQueue("turns", null);
            Completion done = kernel.completion("done", null);
            for (int player = 0; player < 2; player++) {
                int me = player;
                kernel.kthreadRun("player" + me, thread -> {
                    for (int round = 0; round < 200; round++) {
                        queue.waitEvent(() -> turn.read() % 2 == me);
                        turn.inc();
                        queue.wakeUp();
                    }
                    done.complete();
                });
            }
            done.waitForCompletion();
            done.waitForCompletion();
            assertEquals(400, turn.read());
        });
    }

    @Test
    default void waitThatTimesOutReturnsZero() {
        onKernel(kernel -> {
            WaitQueue queue = kernel.waitQueue("never", null);
            long before = kernel.jiffies();
            assertEquals(0, queue.waitEventTimeout(() -> false, 20));
            assertTrue(kernel.jiffies() - before >= 19, "waited " + (kernel.jiffies() - before));
        });
    }

    @Test
    default void waitWithTrueConditionReturnsAtLeastOne() {
        onKernel(kernel -> {
            WaitQueue queue = kernel.waitQueue("now", null);
            assertTrue(queue.waitEventTimeout(() -> true, HOUR) >= 1);
            assertEquals(1, queue.waitEventTimeout(() -> true, 0));
            assertEquals(0, queue.waitEventTimeout(() -> false, 0));
            queue.waitEvent(() -> true);
        });
    }

    @Test
    default void wokenWaitReturnsWhatIsLeft() {
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
    default void lockedWaitEvaluatesUnderTheLockAndDropsItWhileAsleep() {
        onKernel(kernel -> {
            SpinLock lock = kernel.spinLock("lock", null);
            WaitQueue queue = kernel.waitQueue("locked", null);
            int[] free = new int[1];
            AtomicInt evaluating = kernel.atomicInt("evaluating", null, 0);
            boolean[] excluded = {true};
            kernel.kthreadRun("giver", thread -> {
                lock.lockIrq();
                excluded[0] &= evaluating.read() == 0;
                free[0]++;
                lock.unlockIrq();
                queue.wakeUp();
            });
            lock.lockIrq();
            assertEquals(0, queue.waitEventLockIrq(() -> {
                evaluating.set(1);
                lock.lockdepAssertHeld();
                boolean holds = free[0] > 0;
                evaluating.set(0);
                return holds;
            }, lock));
            lock.lockdepAssertHeld();
            assertEquals(1, free[0]);
            long left = queue.waitEventLockIrqTimeout(() -> false, lock, 2);
            assertEquals(0, left);
            assertTrue(queue.waitEventLockIrqTimeout(() -> free[0] == 1, lock, HOUR) >= 1);
            lock.unlockIrq();
            assertTrue(excluded[0], "the lock was held at each evaluation");
        });
    }

    @Test
    default void wakeUpReachesAllWaiters() {
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
}
