// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import org.zfcp4j.kernel.Mutex;

/** Taking the mutex is a scheduling point; a task that waits for it sleeps. */
final class VirtualMutex extends Mutex {
    private final LockCore core;

    VirtualMutex(Engine engine, String name, Object owner) {
        super(name);
        this.core = new LockCore(engine, name, owner, false);
    }

    @Override
    public void lock() {
        core.acquire(Operation.MUTEX_LOCK, true, false);
    }

    @Override
    public void unlock() {
        core.release(true);
    }

    @Override
    public void lockdepAssertHeld() {
        core.assertHeld();
    }
}
