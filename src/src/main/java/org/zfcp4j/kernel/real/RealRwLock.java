// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.zfcp4j.kernel.RwLock;

/**
 * A word that is the number of readers, or -1 for a writer; waits like {@link RealSpinLock}. A writer that waits leaves no mark,
 * so readers pass it, and may nest.
 */
final class RealRwLock extends RwLock {
    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(RealRwLock.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused")
    private int state;

    RealRwLock(String name) {
        super(name);
    }

    @Override
    public void readLock() {
        int look = 0;
        while (true) {
            int readers = (int) STATE.getOpaque(this);
            if (readers >= 0 && STATE.weakCompareAndSetAcquire(this, readers, readers + 1)) {
                break;
            }
            Spin.pause(look++);
        }
    }

    @Override
    public void readUnlock() {
        // release: the next writer changes nothing that is still being read
        STATE.getAndAddRelease(this, -1);
    }

    @Override
    public void writeLock() {
        if (!STATE.weakCompareAndSetAcquire(this, 0, -1)) {
            writeLockContended();
        }
    }

    private void writeLockContended() {
        int look = 0;
        do {
            while ((int) STATE.getOpaque(this) != 0) {
                Spin.pause(look++);
            }
        } while (!STATE.weakCompareAndSetAcquire(this, 0, -1));
    }

    @Override
    public void writeUnlock() {
        // release: the next holder sees all stores made under the lock
        STATE.setRelease(this, 0);
    }

    @Override
    public void readLockIrq() {
        readLock();
    }

    @Override
    public void readUnlockIrq() {
        readUnlock();
    }

    @Override
    public void writeLockIrq() {
        writeLock();
    }

    @Override
    public void writeUnlockIrq() {
        writeUnlock();
    }

    @Override
    public void lockdepAssertHeld() {
        if ((int) STATE.getOpaque(this) == 0) {
            throw new IllegalMonitorStateException(name() + " is not held");
        }
    }
}
