// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import java.util.function.BooleanSupplier;

/**
 * The kernel's {@code wait_queue_head_t}. Waiting evaluates the condition first and sleeps only while it is false; a
 * waker changes the condition before it calls {@link #wakeUp}. Waiting needs process context; waking does not.
 */
public abstract class WaitQueue {
    private final String name;

    protected WaitQueue(String name) {
        this.name = name;
    }

    public final String name() {
        return name;
    }

    /** {@code wait_event} and {@code wait_event_interruptible}: the port's threads get no signals. */
    public abstract void waitEvent(BooleanSupplier condition);

    /** {@code wait_event_timeout}: remaining jiffies, at least 1, if the condition came true; else 0. */
    public abstract long waitEventTimeout(BooleanSupplier condition, long jiffies);

    /**
     * {@code wait_event_interruptible_lock_irq_timeout}: called with {@code lock} held, evaluates the condition under
     * it, drops it while asleep, returns with it held. Remaining jiffies, at least 1, or 0 on timeout.
     */
    public abstract long waitEventLockIrqTimeout(BooleanSupplier condition, SpinLock lock, long jiffies);

    /** {@code wait_event_interruptible_lock_irq}: the same without a limit; returns 0. */
    public abstract int waitEventLockIrq(BooleanSupplier condition, SpinLock lock);

    /** Wakes all waiters, which evaluate their conditions again. */
    public abstract void wakeUp();
}
