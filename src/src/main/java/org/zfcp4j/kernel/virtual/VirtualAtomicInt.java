// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import org.zfcp4j.kernel.AtomicInt;

/** Each operation is a scheduling point, and each change is reported to the observer. */
final class VirtualAtomicInt extends AtomicInt implements Shared {
    private final Engine engine;
    private final int id;
    private int value;

    VirtualAtomicInt(Engine engine, String name, Object owner, int initial) {
        super(name, owner);
        this.engine = engine;
        this.id = engine.newSharedId(this);
        this.value = initial;
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public int read() {
        engine.point(Operation.ATOMIC_READ, this);
        engine.order.loads(this);
        engine.learn(this, value);
        return value;
    }

    @Override
    public void set(int newValue) {
        engine.point(Operation.ATOMIC_SET, this);
        engine.order.stores(this);
        change(newValue);
    }

    @Override
    public void add(int delta) {
        engine.point(Operation.ATOMIC_ADD, this);
        engine.order.stores(this);
        change(value + delta);
    }

    @Override
    public int addReturn(int delta) {
        engine.point(Operation.ATOMIC_MODIFY, this);
        engine.order.orders(this);
        engine.learn(this, value);
        return change(value + delta);
    }

    @Override
    public boolean addUnless(int delta, int unless) {
        engine.point(Operation.ATOMIC_MODIFY, this);
        engine.learn(this, value == unless ? 0 : 1);
        if (value == unless) {
            engine.order.loads(this);
            return false;
        }
        engine.order.orders(this);
        change(value + delta);
        return true;
    }

    @Override
    public void or(int mask) {
        engine.point(Operation.ATOMIC_MODIFY, this);
        engine.order.stores(this);
        change(value | mask);
    }

    @Override
    public void andnot(int mask) {
        engine.point(Operation.ATOMIC_MODIFY, this);
        engine.order.stores(this);
        change(value & ~mask);
    }

    @Override
    public int xchg(int newValue) {
        engine.point(Operation.ATOMIC_MODIFY, this);
        engine.order.orders(this);
        int old = value;
        engine.learn(this, old);
        change(newValue);
        return old;
    }

    @Override
    public long content() {
        return value;
    }

    private int change(int newValue) {
        int old = value;
        value = newValue;
        engine.observer.atomicChanged(this, old, newValue);
        return newValue;
    }

    @Override
    public String toString() {
        return name() + '=' + value;
    }
}
