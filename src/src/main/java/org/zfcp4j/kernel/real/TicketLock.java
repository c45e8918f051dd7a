// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.zfcp4j.kernel.SpinLock;

/**
 * Who comes draws a number, and waits until it is served: a fair lock, as Linux had it before its queued ones. All who wait read the
 * word that the holder writes. Waits like {@link RealSpinLock}; where there are fewer processors than threads that want the lock, the
 * one whose turn it is may have none, and everybody waits for it.
 */
final class TicketLock extends SpinLock {
    private static final VarHandle NEXT;
    private static final VarHandle SERVED;

    static {
        try {
            NEXT = MethodHandles.lookup().findVarHandle(TicketLock.class, "next", int.class);
            SERVED = MethodHandles.lookup().findVarHandle(TicketLock.class, "served", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The number that is drawn next. */
    @SuppressWarnings("unused")
    private int next;
    /** The number that holds the lock, or that may take it. */
    private int served;

    TicketLock(String name) {
        super(name);
    }

    /**
     * A lock of this kind, as a {@link SpinLock}: who says {@code new} in its place makes the verifier load this class, and where it is
     * loaded the compiler asks at each lock which kind it is.
     */
    static SpinLock named(String name) {
        return new TicketLock(name);
    }

    @Override
    public void lock() {
        // Which number it is orders nothing; to see that it is served does.
        int ticket = (int) NEXT.getAndAddAcquire(this, 1);
        int look = 0;
        // acquire: what earlier holders stored is seen
        while ((int) SERVED.getAcquire(this) != ticket) {
            Spin.pause(look++);
        }
    }

    @Override
    public void unlock() {
        // release: the next holder sees what was done under the lock; only the holder writes the word, so it needs no atomic addition
        SERVED.setRelease(this, served + 1);
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
        if ((int) SERVED.getOpaque(this) == (int) NEXT.getOpaque(this)) {
            throw new IllegalMonitorStateException(name() + " is not held");
        }
    }
}
