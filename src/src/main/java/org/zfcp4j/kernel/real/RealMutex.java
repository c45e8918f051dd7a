// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import java.util.concurrent.locks.ReentrantLock;
import org.zfcp4j.kernel.Mutex;

/** A sleeping lock; taking it twice is an error, as in the kernel. */
final class RealMutex extends Mutex {
    private final ReentrantLock lock = new ReentrantLock();

    RealMutex(String name) {
        super(name);
    }

    @Override
    public void lock() {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalMonitorStateException(name() + " is held by the thread that takes it");
        }
        lock.lock();
    }

    @Override
    public void unlock() {
        lock.unlock();
    }

    @Override
    public void lockdepAssertHeld() {
        if (!lock.isHeldByCurrentThread()) {
            throw new IllegalMonitorStateException(name() + " is not held by the thread that has to hold it");
        }
    }
}
