// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

/**
 * The kernel's {@code kmem_cache} for memory that the channel sees: blocks of one size and alignment. Freed blocks go back
 * to {@link Storage}, so that it can catch their use. Any context.
 */
public final class StorageCache implements Mempool.Allocator<StorageBlock> {
    private final Kernel kernel;
    private final String name;
    private final int size;
    private final int align;

    public StorageCache(Kernel kernel, String name, int size, int align) {
        this.kernel = kernel;
        this.name = name;
        this.size = size;
        this.align = align;
    }

    @Override
    public StorageBlock alloc() {
        if (!kernel.mayAllocate(name)) {
            return null;
        }
        return kernel.storage().allocBlock(size, align);
    }

    @Override
    public void free(StorageBlock block) {
        kernel.storage().freeBlock(block);
    }
}
