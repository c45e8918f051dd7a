// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.kernel.WaitQueue;

/**
 * An event count. A waiter announces itself, notes the count, evaluates the condition, and sleeps while the count is the same; a
 * waker changes the count if it sees a waiter. Each of the two writes first and then reads what the other writes, with a
 * full fence in between, so at least one of them sees the other. Waking costs a fence and a read when nobody waits.
 * Conditions are evaluated without an internal lock held: they may take locks under which others wake.
 */
final class RealWaitQueue extends WaitQueue {
    private static final long FOREVER = Long.MAX_VALUE;
    private static final VarHandle WAITERS;

    static {
        try {
            WAITERS = MethodHandles.lookup().findVarHandle(RealWaitQueue.class, "waiters", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused")
    private int waiters;
    private volatile long count;
    private final ReentrantLock gate = new ReentrantLock();
    private final Condition counted = gate.newCondition();

    RealWaitQueue(String name) {
        super(name);
    }

    @Override
    public void waitEvent(BooleanSupplier condition) {
        await(condition, null, FOREVER);
    }

    @Override
    public long waitEventTimeout(BooleanSupplier condition, long jiffies) {
        return await(condition, null, jiffies);
    }

    @Override
    public long waitEventLockIrqTimeout(BooleanSupplier condition, SpinLock lock, long jiffies) {
        return await(condition, lock, jiffies);
    }

    @Override
    public int waitEventLockIrq(BooleanSupplier condition, SpinLock lock) {
        await(condition, lock, FOREVER);
        return 0;
    }

    private long await(BooleanSupplier condition, SpinLock lock, long jiffies) {
        if (condition.getAsBoolean()) {
            return Math.max(1, jiffies);
        }
        long deadline = jiffies == FOREVER ? 0 : System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(jiffies);
        RealKThread self = ContextThread.currentKThread();
        WAITERS.getAndAdd(this, 1);
        // orders the announcement before the evaluation of the condition, whose reads need not be volatile
        VarHandle.fullFence();
        if (self != null) {
            self.setWaitingOn(this);
        }
        boolean interrupted = false;
        try {
            while (true) {
                // before the condition: a change of it that is missed comes with a count that is not the one seen
                long seen = count;
                boolean holds = condition.getAsBoolean();
                long left = jiffies == FOREVER ? FOREVER : deadline - System.nanoTime();
                if (holds) {
                    return Math.max(1, TimeUnit.NANOSECONDS.toMillis(left));
                }
                if (left <= 0) {
                    return 0;
                }
                if (lock != null) {
                    lock.unlockIrq();
                }
                interrupted |= sleepWhile(seen, left);
                if (lock != null) {
                    lock.lockIrq();
                }
            }
        } finally {
            if (self != null) {
                self.setWaitingOn(null);
            }
            WAITERS.getAndAdd(this, -1);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** True if the thread was interrupted, which ends no wait here. */
    private boolean sleepWhile(long seen, long nanos) {
        gate.lock();
        try {
            if (nanos == FOREVER) {
                while (count == seen) {
                    counted.awaitUninterruptibly();
                }
                return false;
            }
            return sleepLimited(seen, nanos);
        } finally {
            gate.unlock();
        }
    }

    private boolean sleepLimited(long seen, long nanos) {
        long left = nanos;
        boolean interrupted = false;
        while (count == seen && left > 0) {
            try {
                left = counted.awaitNanos(left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        return interrupted;
    }

    @Override
    public void wakeUp() {
        // orders the waker's change of the condition before the check for waiters
        VarHandle.fullFence();
        if ((int) WAITERS.getOpaque(this) != 0) {
            wakeWaiters();
        }
    }

    private void wakeWaiters() {
        gate.lock();
        try {
            count++;
            counted.signalAll();
        } finally {
            gate.unlock();
        }
    }
}
