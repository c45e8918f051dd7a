// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

/**
 * The kernel's {@code mempool_t} for objects of the port: takes from a cache, and from a reserve of {@code min} elements
 * when that fails; with {@code GFP_ATOMIC}, so it never waits. Freed elements first fill up the reserve. Any context.
 *
 * @param <T> element type
 */
public final class Mempool<T> {
    private final Kernel kernel;
    private final String name;
    private final SpinLock lock;
    private final ObjectCache<T> cache;
    private final java.util.ArrayDeque<T> reserve = new java.util.ArrayDeque<>();
    /** Size of the reserve, written under the lock. */
    private volatile int reserved;
    private volatile int min;

    private Mempool(Kernel kernel, String name, int min, ObjectCache<T> cache) {
        this.kernel = kernel;
        this.name = name;
        this.lock = kernel.spinLock(name, this);
        this.cache = cache;
        this.min = min;
    }

    /** {@code mempool_create}: null when the reserve cannot be filled. */
    public static <T> Mempool<T> create(Kernel kernel, String name, int min, ObjectCache<T> cache) {
        Mempool<T> pool = new Mempool<>(kernel, name, min, cache);
        if (pool.fill() != 0) {
            pool.destroy();
            return null;
        }
        return pool;
    }

    private int fill() {
        while (reserve.size() < min) {
            T element = cache.alloc();
            if (element == null) {
                return -Errno.ENOMEM;
            }
            keep(element);
        }
        return 0;
    }

    private void keep(T element) {
        reserve.addLast(element);
        reserved = reserve.size();
    }

    private T unkeep() {
        T element = reserve.pollLast();
        reserved = reserve.size();
        return element;
    }

    /**
     * {@code mempool_alloc(pool, GFP_ATOMIC)}: null when both cache and reserve are exhausted, which the environment may
     * say of the pool by its name.
     */
    public T alloc() {
        if (!kernel.mayAllocate(name)) {
            return null;
        }
        T element = cache.alloc();
        if (element != null) {
            return element;
        }
        lock.lockIrq();
        element = unkeep();
        lock.unlockIrq();
        return element;
    }

    /** {@code mempool_free}: checks without the lock whether the reserve is full, as it nearly always is. */
    public void free(T element) {
        if (element == null) {
            return;
        }
        if (reserved >= min || !refill(element)) {
            cache.free(element);
        }
    }

    private boolean refill(T element) {
        lock.lockIrq();
        boolean below = reserve.size() < min;
        if (below) {
            keep(element);
        }
        lock.unlockIrq();
        return below;
    }

    /** {@code mempool_resize}: 0 or {@code -ENOMEM}, with the reserve then smaller than asked for. Process context. */
    public int resize(int newMin) {
        lock.lockIrq();
        min = newMin;
        java.util.ArrayList<T> surplus = new java.util.ArrayList<>();
        while (reserve.size() > min) {
            surplus.add(unkeep());
        }
        lock.unlockIrq();
        surplus.forEach(cache::free);
        lock.lockIrq();
        try {
            return fill();
        } finally {
            lock.unlockIrq();
        }
    }

    /** {@code mempool_destroy}: gives the reserve back. */
    public void destroy() {
        T element;
        while ((element = unkeep()) != null) {
            cache.free(element);
        }
    }
}
