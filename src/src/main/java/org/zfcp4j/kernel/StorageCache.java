// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

/**
 * The kernel's {@code kmem_cache} for memory that the channel sees: blocks of one size and alignment, each given by its absolute
 * address. Where the kernel reuses freed objects, freed blocks stay here, the last one on top, since that is the one most likely
 * still in the processor's cache; elsewhere they go back to {@link Storage}, so that it can catch their use. Any context.
 */
public final class StorageCache {
    private final Kernel kernel;
    private final Storage storage;
    private final String name;
    private final int size;
    private final int align;
    /** Protects {@link #freed}. */
    private final SpinLock lock;
    /** Null where freed blocks are not used again. */
    private final AddressStack freed;

    /**
     * @param size bytes of a block
     * @param align a power of two that its address is a multiple of
     */
    public StorageCache(Kernel kernel, String name, int size, int align) {
        this.kernel = kernel;
        this.storage = kernel.storage();
        this.name = name;
        this.size = size;
        this.align = align;
        if (kernel.reusesFreed()) {
            lock = kernel.spinLock(name, this);
            freed = new AddressStack();
            storage.keptIdle(size, align, this::idle);
        } else {
            lock = null;
            freed = null;
        }
    }

    /** Bytes of a block. */
    public int size() {
        return size;
    }

    private int idle() {
        lock.lockIrq();
        int idle = freed.size();
        lock.unlockIrq();
        return idle;
    }

    /** The absolute address of a block with undefined content; 0 when there is no memory. */
    public long alloc() {
        if (!kernel.mayAllocate(name)) {
            return 0;
        }
        long address = take();
        return address != 0 ? address : storage.alloc(size, align);
    }

    private long take() {
        AddressStack stack = freed;
        if (stack == null) {
            return 0;
        }
        SpinLock held = lock;
        held.lockIrq();
        long address = stack.pop();
        held.unlockIrq();
        return address;
    }

    public void free(long address) {
        AddressStack stack = freed;
        if (stack == null) {
            storage.free(address);
            return;
        }
        SpinLock held = lock;
        held.lockIrq();
        stack.push(address);
        held.unlockIrq();
    }
}
