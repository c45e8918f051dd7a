// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import java.util.function.Supplier;

/**
 * The kernel's {@code kmalloc} for a heap type of the port: counts what is out, so that a leak shows, and hands freed objects out
 * again where the kernel reuses them. The content of an object is undefined.
 *
 * @param <T> object type
 */
public final class ObjectCache<T> implements Mempool.Allocator<T> {
    private final Kernel kernel;
    private final String name;
    private final Supplier<T> constructor;
    /** Objects that exist: all those made, less those that were given to the garbage collector. */
    private final AtomicInt made;
    /** Null where freed objects are not used again. */
    private final FreeList<T> freed;

    public ObjectCache(Kernel kernel, String name, Supplier<T> constructor) {
        this.kernel = kernel;
        this.name = name;
        this.constructor = constructor;
        this.made = kernel.atomicInt(name, this, 0);
        this.freed = kernel.reusesFreed() ? new FreeList<>(kernel.spinLock(name, this)) : null;
    }

    @Override
    public T alloc() {
        if (!kernel.mayAllocate(name)) {
            return null;
        }
        T object = freed == null ? null : freed.take();
        return object != null ? object : make();
    }

    private T make() {
        made.inc();
        return constructor.get();
    }

    @Override
    public void free(T object) {
        if (freed == null) {
            made.dec();
            kernel.freed(name, object);
        } else {
            freed.add(object);
        }
    }

    /** Objects allocated and not freed. */
    public int outstanding() {
        return freed == null ? made.read() : made.read() - freed.size();
    }
}
