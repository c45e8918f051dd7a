// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The kernel's {@code kmalloc} for a heap type of the port: counts what is out, so that a leak shows, and hands freed objects out
 * again where the kernel reuses them, the last one first, since that is the one most likely still in the processor's cache. The
 * content of an object is undefined. Any context; where objects are reused, allocates only to grow.
 *
 * @param <T> object type
 */
public final class ObjectCache<T> {
    private final Kernel kernel;
    private final String name;
    private final Supplier<T> constructor;
    /** Objects that exist: all those made, less those that were given to the garbage collector. */
    private final AtomicInt made;
    /** Protects the freed objects; null where they are not used again. */
    private final SpinLock lock;
    private Object[] freed = new Object[64];
    private int count;

    /** @param constructor makes an object; null when there is no memory */
    public ObjectCache(Kernel kernel, String name, Supplier<T> constructor) {
        this.kernel = kernel;
        this.name = name;
        this.constructor = constructor;
        this.made = kernel.atomicInt(name, this, 0);
        this.lock = kernel.reusesFreed() ? kernel.spinLock(name, this) : null;
    }

    /** An object, or null when there is no memory. */
    public T alloc() {
        if (!kernel.mayAllocate(name)) {
            return null;
        }
        T object = take();
        return object != null ? object : make();
    }

    private T make() {
        T object = constructor.get();
        if (object != null) {
            made.inc();
        }
        return object;
    }

    /** The object freed last, or null. */
    @SuppressWarnings("unchecked")
    private T take() {
        SpinLock held = lock;
        if (held == null) {
            return null;
        }
        T object = null;
        held.lockIrq();
        int top = count - 1;
        if (top >= 0) {
            object = (T) freed[top];
            count = top;
        }
        held.unlockIrq();
        return object;
    }

    public void free(T object) {
        SpinLock held = lock;
        if (held == null) {
            made.dec();
            kernel.freed(name, object);
            return;
        }
        held.lockIrq();
        int top = count;
        if (top == freed.length) {
            freed = Arrays.copyOf(freed, 2 * top);
        }
        freed[top] = object;
        count = top + 1;
        held.unlockIrq();
    }

    /** Objects allocated and not freed. */
    public int outstanding() {
        SpinLock held = lock;
        if (held == null) {
            return made.read();
        }
        held.lockIrq();
        int idle = count;
        held.unlockIrq();
        return made.read() - idle;
    }
}
