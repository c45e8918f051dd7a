// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

/**
 * The kernel's {@code rwlock_t}: spinning, readers may nest, and a reader never waits for a writer that only waits
 * (the queueing kind would close the known lock cycle of {@code erp_lock} and {@code port_list_lock}).
 */
public abstract class RwLock {
    private final String name;

    protected RwLock(String name) {
        this.name = name;
    }

    public final String name() {
        return name;
    }

    public abstract void readLock();

    public abstract void readUnlock();

    public abstract void writeLock();

    public abstract void writeUnlock();

    /** {@code read_lock_irq} and {@code read_lock_irqsave}. */
    public abstract void readLockIrq();

    public abstract void readUnlockIrq();

    /** {@code write_lock_irq} and {@code write_lock_irqsave}. */
    public abstract void writeLockIrq();

    public abstract void writeUnlockIrq();

    /** {@code lockdep_assert_held}: the calling context holds the lock, for reading or writing; see {@link SpinLock}. */
    public abstract void lockdepAssertHeld();
}
