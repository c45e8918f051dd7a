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
    private static final boolean TRACKING = RealRwLock.class.desiredAssertionStatus();
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
    private Thread writer;
    private final ThreadLocal<int[]> reads = TRACKING ? ThreadLocal.withInitial(() -> new int[1]) : null;

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
        if (TRACKING) {
            reads.get()[0]++;
        }
    }

    @Override
    public void readUnlock() {
        if (TRACKING) {
            reads.get()[0]--;
        }
        STATE.getAndAddRelease(this, -1);
    }

    @Override
    public void writeLock() {
        if (!STATE.weakCompareAndSetAcquire(this, 0, -1)) {
            writeLockContended();
        }
        if (TRACKING) {
            writer = Thread.currentThread();
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
        if (TRACKING) {
            writer = null;
        }
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

    /** Without assertions: true if anyone holds it. */
    @Override
    public boolean isHeld() {
        if (TRACKING) {
            return writer == Thread.currentThread() || reads.get()[0] > 0;
        }
        return (int) STATE.getOpaque(this) != 0;
    }
}
