// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.zfcp4j.kernel.SpinLock;

/**
 * Test and test-and-set: one compare-and-set (acquire) takes a free lock; otherwise the word is only read until it is free, at
 * first spinning, then giving up the processor, since the holder may have lost its own. A release store frees it. It is not fair.
 * There are no interrupts to disable, so the {@code Irq} forms are the same.
 */
final class RealSpinLock extends SpinLock {
    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(RealSpinLock.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused")
    private int state;

    RealSpinLock(String name) {
        super(name);
    }

    @Override
    public void lock() {
        // acquire: what earlier holders stored is seen
        if (!STATE.weakCompareAndSetAcquire(this, 0, 1)) {
            lockContended();
        }
    }

    private void lockContended() {
        int look = 0;
        do {
            while ((int) STATE.getOpaque(this) != 0) {
                Spin.pause(look++);
            }
        } while (!STATE.weakCompareAndSetAcquire(this, 0, 1));
    }

    @Override
    public void unlock() {
        // release: the next holder sees what was done under the lock; no fence follows, as in Linux
        STATE.setRelease(this, 0);
    }

    @Override
    public void lockIrq() {
        lock();
    }

    @Override
    public void unlockIrq() {
        unlock();
    }

    @Override
    public void lockdepAssertHeld() {
        if ((int) STATE.getOpaque(this) == 0) {
            throw new IllegalMonitorStateException(name() + " is not held");
        }
    }
}
