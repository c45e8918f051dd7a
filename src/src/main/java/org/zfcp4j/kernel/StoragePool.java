// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

/**
 * {@link Mempool} for blocks of a {@link StorageCache}, which are given by their absolute addresses: C has one {@code mempool_t}
 * for both, with pointers. Takes from the cache, and from a reserve of {@code min} blocks when that fails; never waits. Freed
 * blocks first fill up the reserve. Any context.
 */
public final class StoragePool {
    private final Kernel kernel;
    private final String name;
    private final StorageCache cache;
    /** Protects the reserve. */
    private final SpinLock lock;
    private final AddressStack reserve = new AddressStack();
    /** Size of the reserve, written under the lock. */
    private volatile int reserved;
    private volatile int min;

    private StoragePool(Kernel kernel, String name, int min, StorageCache cache) {
        this.kernel = kernel;
        this.name = name;
        this.lock = kernel.spinLock(name, this);
        this.cache = cache;
        this.min = min;
    }

    /** {@code mempool_create_slab_pool} and {@code mempool_create_page_pool}: null when the reserve cannot be filled. */
    public static StoragePool create(Kernel kernel, String name, int min, StorageCache cache) {
        StoragePool pool = new StoragePool(kernel, name, min, cache);
        if (pool.fill() != 0) {
            pool.destroy();
            return null;
        }
        return pool;
    }

    private int fill() {
        while (reserve.size() < min) {
            long address = cache.alloc();
            if (address == 0) {
                return -Errno.ENOMEM;
            }
            keep(address);
        }
        return 0;
    }

    private void keep(long address) {
        reserve.push(address);
        reserved = reserve.size();
    }

    private long unkeep() {
        long address = reserve.pop();
        reserved = reserve.size();
        return address;
    }

    /**
     * {@code mempool_alloc(pool, GFP_ATOMIC)}: 0 when both cache and reserve are exhausted, which the environment may say of the
     * pool by its name.
     */
    public long alloc() {
        if (!kernel.mayAllocate(name)) {
            return 0;
        }
        long address = cache.alloc();
        if (address != 0) {
            return address;
        }
        lock.lockIrq();
        address = unkeep();
        lock.unlockIrq();
        return address;
    }

    /** {@code mempool_free}: checks without the lock whether the reserve is full, as it nearly always is; 0 is no block. */
    public void free(long address) {
        if (address == 0) {
            return;
        }
        if (reserved >= min || !refill(address)) {
            cache.free(address);
        }
    }

    private boolean refill(long address) {
        lock.lockIrq();
        boolean below = reserve.size() < min;
        if (below) {
            keep(address);
        }
        lock.unlockIrq();
        return below;
    }

    /** {@code mempool_resize}: 0 or {@code -ENOMEM}, with the reserve then smaller than asked for. Process context. */
    public int resize(int newMin) {
        lock.lockIrq();
        min = newMin;
        AddressStack surplus = new AddressStack();
        while (reserve.size() > min) {
            surplus.push(unkeep());
        }
        lock.unlockIrq();
        for (long address = surplus.pop(); address != 0; address = surplus.pop()) {
            cache.free(address);
        }
        lock.lockIrq();
        try {
            return fill();
        } finally {
            lock.unlockIrq();
        }
    }

    /** {@code mempool_destroy}: gives the reserve back. */
    public void destroy() {
        for (long address = unkeep(); address != 0; address = unkeep()) {
            cache.free(address);
        }
    }
}
