// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.kernel.WaitQueue;

/**
 * A waiter is on the queue before it evaluates its condition, as in the kernel, so that a waker that comes in between is not
 * missed. What is written to evaluate its condition without being on the queue does miss it here.
 */
final class VirtualWaitQueue extends WaitQueue implements WakeSource {
    private static final long FOREVER = -1;
    private final Engine engine;
    private final int id;
    private final Object owner;
    private final List<Task> waiters = new ArrayList<>(2);
    private final WakerHistory wakers = new WakerHistory();

    VirtualWaitQueue(Engine engine, String name, Object owner) {
        super(name);
        this.engine = engine;
        this.id = engine.newSharedId(this);
        this.owner = owner;
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public Object owner() {
        return owner;
    }

    @Override
    public WakerHistory wakers() {
        return wakers;
    }

    @Override
    public long content() {
        long h = 0;
        for (int i = 0; i < waiters.size(); i++) {
            h += StateTracker.mix(waiters.get(i).id(), 1);
        }
        return h;
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
        return await(condition, (VirtualSpinLock) lock, jiffies);
    }

    @Override
    public int waitEventLockIrq(BooleanSupplier condition, SpinLock lock) {
        await(condition, (VirtualSpinLock) lock, FOREVER);
        return 0;
    }

    private long await(BooleanSupplier condition, VirtualSpinLock lock, long timeout) {
        engine.checker.maySleep(Operation.WAIT_EVENT, this, lock == null ? null : lock.core());
        engine.point(Operation.WAIT_EVENT, this);
        Task self = engine.self();
        long deadline = timeout == FOREVER ? 0 : engine.now() + timeout * 1_000_000;
        self.timedOut = false;
        self.deadline = deadline;
        waiters.add(self);
        boolean holds;
        while (true) {
            self.woken = false;
            self.waitsForStop = false;
            holds = condition.getAsBoolean();
            engine.learn(this, holds ? 1 : 0);
            if (holds || self.timedOut || timeout != FOREVER && engine.now() >= deadline) {
                break;
            }
            sleep(self, condition, lock, timeout == FOREVER ? FOREVER : deadline);
        }
        engine.cancel(self.alarm);
        waiters.remove(self);
        self.deadline = 0;
        if (timeout == FOREVER) {
            return 1;
        }
        long left = holds ? Math.max(1, (deadline - engine.now()) / 1_000_000) : 0;
        engine.learn(this, left);
        return left;
    }

    private void sleep(Task self, BooleanSupplier condition, VirtualSpinLock lock, long deadline) {
        if (lock != null) {
            lock.unlockIrq();
        }
        if (!self.woken) {
            if (deadline != FOREVER && !self.alarm.isQueued()) {
                engine.schedule(self.alarm, deadline);
            }
            self.condition = condition;
            engine.sleep(Operation.WAIT_EVENT, this);
            self.condition = null;
        }
        engine.order.acquires(this);
        if (lock != null) {
            lock.lockIrq();
        }
    }

    @Override
    public void wakeUp() {
        engine.point(Operation.WAKE_UP, this);
        engine.order.releases(this);
        wakers.add(engine.self());
        for (Task waiter : waiters) {
            wake(waiter);
        }
    }

    /** Makes a waiter of any queue evaluate its condition again. */
    static void wake(Task waiter) {
        waiter.woken = true;
        if (waiter.isBlocked() && waiter.operation == Operation.WAIT_EVENT) {
            waiter.engine.makeReady(waiter, false);
        }
    }
}
