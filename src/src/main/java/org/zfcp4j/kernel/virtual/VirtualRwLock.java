// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import org.zfcp4j.kernel.RwLock;

/** Taking the lock is a scheduling point; a reader gets it whenever no writer has it. */
final class VirtualRwLock extends RwLock {
    private final LockCore core;

    VirtualRwLock(Engine engine, String name, Object owner) {
        super(name);
        this.core = new LockCore(engine, name, owner, true);
    }

    LockCore core() {
        return core;
    }

    @Override
    public void readLock() {
        core.acquire(Operation.READ_LOCK, false, false);
    }

    @Override
    public void readUnlock() {
        core.release(false);
    }

    @Override
    public void writeLock() {
        core.acquire(Operation.WRITE_LOCK, true, false);
    }

    @Override
    public void writeUnlock() {
        core.release(true);
    }

    @Override
    public void readLockIrq() {
        core.acquire(Operation.READ_LOCK, false, true);
    }

    @Override
    public void readUnlockIrq() {
        core.release(false);
    }

    @Override
    public void writeLockIrq() {
        core.acquire(Operation.WRITE_LOCK, true, true);
    }

    @Override
    public void writeUnlockIrq() {
        core.release(true);
    }

    @Override
    public void lockdepAssertHeld() {
        core.assertHeld();
    }
}
