// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

/**
 * The kernel's {@code kmem_cache} for memory that the channel sees: blocks of one size and alignment. Where the kernel reuses
 * freed objects, freed blocks stay here, with the objects that stand for them; elsewhere they go back to {@link Storage}, so that
 * it can catch their use. Any context.
 */
public final class StorageCache implements Mempool.Allocator<StorageBlock> {
    private final Kernel kernel;
    private final Storage storage;
    private final String name;
    private final int size;
    private final int align;
    /** Null where freed blocks are not used again. */
    private final FreeList<StorageBlock> freed;

    public StorageCache(Kernel kernel, String name, int size, int align) {
        this.kernel = kernel;
        this.storage = kernel.storage();
        this.name = name;
        this.size = size;
        this.align = align;
        if (kernel.reusesFreed()) {
            freed = new FreeList<>(kernel.spinLock(name, this));
            storage.keptIdle(size, align, freed::size);
        } else {
            freed = null;
        }
    }

    @Override
    public StorageBlock alloc() {
        if (!kernel.mayAllocate(name)) {
            return null;
        }
        StorageBlock block = freed == null ? null : freed.take();
        return block != null ? block : allocate();
    }

    private StorageBlock allocate() {
        long address = storage.alloc(size, align);
        return address == 0 ? null : new StorageBlock(address, size);
    }

    @Override
    public void free(StorageBlock block) {
        if (freed == null) {
            storage.free(block.address);
        } else {
            freed.add(block);
        }
    }
}
