// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

/**
 * The kernel's {@code spinlock_t}. The {@code Irq} forms also disable interrupts of the calling context: no interrupt,
 * tasklet or timer of the same processor may run until they are enabled again. Nothing may sleep while a spin lock is held.
 */
public abstract class SpinLock {
    private final String name;

    protected SpinLock(String name) {
        this.name = name;
    }

    public final String name() {
        return name;
    }

    public abstract void lock();

    public abstract void unlock();

    /** {@code spin_lock_irq} and {@code spin_lock_irqsave}. */
    public abstract void lockIrq();

    /** {@code spin_unlock_irq} and {@code spin_unlock_irqrestore}. */
    public abstract void unlockIrq();

    /**
     * {@code lockdep_assert_held}: the calling context holds the lock. Breaking that is a violation in the virtual kernel, which
     * knows the holder; the real one does not note it, and so only notices a lock that nobody holds.
     */
    public abstract void lockdepAssertHeld();
}
