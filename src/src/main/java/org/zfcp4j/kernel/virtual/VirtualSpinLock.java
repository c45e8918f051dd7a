// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import org.zfcp4j.kernel.SpinLock;

/** Taking the lock is a scheduling point; a task that spins is not runnable. */
final class VirtualSpinLock extends SpinLock {
    private final LockCore core;

    VirtualSpinLock(Engine engine, String name, Object owner) {
        super(name);
        this.core = new LockCore(engine, name, owner, true);
    }

    LockCore core() {
        return core;
    }

    @Override
    public void lock() {
        core.acquire(Operation.SPIN_LOCK, true, false);
    }

    @Override
    public void unlock() {
        core.release(true);
    }

    @Override
    public void lockIrq() {
        core.acquire(Operation.SPIN_LOCK, true, true);
    }

    @Override
    public void unlockIrq() {
        core.release(true);
    }

    @Override
    public void lockdepAssertHeld() {
        core.assertHeld();
    }
}
