// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

/**
 * The kernel's {@code atomic_t}. Value-returning read-modify-write operations are fully ordered; the others, and
 * {@link #read} and {@link #set}, are relaxed, as Linux documents them. Any context.
 */
public abstract class AtomicInt {
    private final String name;
    private final Object owner;

    protected AtomicInt(String name, Object owner) {
        this.name = name;
        this.owner = owner;
    }

    /** The C name of the variable, for traces and schedules. */
    public final String name() {
        return name;
    }

    /** The object that the variable is a member of, for observers; may be null. */
    public final Object owner() {
        return owner;
    }

    public abstract int read();

    public abstract void set(int value);

    public abstract void add(int delta);

    public final void sub(int delta) {
        add(-delta);
    }

    public final void inc() {
        add(1);
    }

    public final void dec() {
        add(-1);
    }

    /** Adds and returns the new value; fully ordered. */
    public abstract int addReturn(int delta);

    public final int decReturn() {
        return addReturn(-1);
    }

    /** Adds {@code delta} unless the value is {@code unless}; true if it added; fully ordered if it did. */
    public abstract boolean addUnless(int delta, int unless);

    public abstract void or(int mask);

    /** Clears the bits of {@code mask}. */
    public abstract void andnot(int mask);

    /** Sets the value and returns the old one; fully ordered. */
    public abstract int xchg(int value);
}
