// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.zfcp4j.kernel.AtomicInt;

/** A field behind a VarHandle. What Linux leaves relaxed is opaque, or a plain read-modify-write where the JVM knows no weaker one. */
final class RealAtomicInt extends AtomicInt {
    private static final VarHandle VALUE;

    static {
        try {
            VALUE = MethodHandles.lookup().findVarHandle(RealAtomicInt.class, "value", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused")
    private int value;

    RealAtomicInt(String name, Object owner, int initial) {
        super(name, owner);
        VALUE.setOpaque(this, initial);
    }

    @Override
    public int read() {
        return (int) VALUE.getOpaque(this);
    }

    @Override
    public void set(int newValue) {
        VALUE.setOpaque(this, newValue);
    }

    @Override
    public void add(int delta) {
        // the fully ordered form is the one that compiles to a single instruction; the weaker ones are loops of compare-and-set
        VALUE.getAndAdd(this, delta);
    }

    @Override
    public int addReturn(int delta) {
        AtomicFence.beforeAtomic();
        int old = (int) VALUE.getAndAdd(this, delta);
        AtomicFence.afterAtomic();
        return old + delta;
    }

    @Override
    public boolean addUnless(int delta, int unless) {
        int old = (int) VALUE.getOpaque(this);
        while (old != unless) {
            AtomicFence.beforeAtomic();
            int witness = (int) VALUE.compareAndExchange(this, old, old + delta);
            if (witness == old) {
                AtomicFence.afterAtomic();
                return true;
            }
            old = witness;
        }
        return false;
    }

    @Override
    public void or(int mask) {
        VALUE.getAndBitwiseOrRelease(this, mask);
    }

    @Override
    public void andnot(int mask) {
        VALUE.getAndBitwiseAndRelease(this, ~mask);
    }

    @Override
    public int xchg(int newValue) {
        AtomicFence.beforeAtomic();
        int old = (int) VALUE.getAndSet(this, newValue);
        AtomicFence.afterAtomic();
        return old;
    }

    @Override
    public String toString() {
        return name() + '=' + read();
    }
}
