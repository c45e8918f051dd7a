// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import java.util.function.Supplier;

/**
 * The kernel's {@code kmalloc} for a heap type of the port: counts what is out, so that a leak shows.
 *
 * @param <T> object type
 */
public final class ObjectCache<T> implements Mempool.Allocator<T> {
    private final Kernel kernel;
    private final String name;
    private final Supplier<T> constructor;
    private final AtomicInt out;

    public ObjectCache(Kernel kernel, String name, Supplier<T> constructor) {
        this.kernel = kernel;
        this.name = name;
        this.constructor = constructor;
        this.out = kernel.atomicInt(name, this, 0);
    }

    @Override
    public T alloc() {
        if (!kernel.mayAllocate(name)) {
            return null;
        }
        out.inc();
        return constructor.get();
    }

    @Override
    public void free(T object) {
        out.dec();
    }

    /** Objects allocated and not freed. */
    public int outstanding() {
        return out.read();
    }
}
