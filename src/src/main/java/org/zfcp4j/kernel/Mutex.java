// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

/** The kernel's {@code struct mutex}: sleeping, process context only. */
public abstract class Mutex {
    private final String name;

    protected Mutex(String name) {
        this.name = name;
    }

    public final String name() {
        return name;
    }

    public abstract void lock();

    /** {@code mutex_lock_interruptible}: 0, or {@code -EINTR} (the port's threads get no signals, so always 0). */
    public final int lockInterruptible() {
        lock();
        return 0;
    }

    public abstract void unlock();

    /** {@code lockdep_assert_held}: the calling context holds the mutex; see {@link SpinLock#lockdepAssertHeld}. */
    public abstract void lockdepAssertHeld();
}
