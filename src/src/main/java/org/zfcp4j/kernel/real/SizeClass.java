// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.zfcp4j.kernel.StorageBlock;

/**
 * Blocks of one size of {@link RealStorage}: a list of free ones that is linked through the blocks themselves, a stack of free
 * ones with the objects that stood for them, and the rest of the chunk that was begun last.
 */
final class SizeClass {
    private static final long NONE = -1;

    private final int size;
    private final MemorySegment memory;
    private final RealSpinLock lock;
    private StorageBlock[] blocks = new StorageBlock[64];
    private int blockCount;
    private long free = NONE;
    private long next;
    private long end;
    private long inUse;

    SizeClass(MemorySegment memory, int size) {
        this.memory = memory;
        this.size = size;
        this.lock = new RealSpinLock("storage");
    }

    /** An offset, or -1 if {@code chunks} has no more chunk. */
    long alloc(RealStorage chunks) {
        lock.lock();
        long offset = take(chunks);
        lock.unlock();
        return offset;
    }

    private long take(RealStorage chunks) {
        long offset = free;
        if (offset != NONE) {
            free = memory.get(ValueLayout.JAVA_LONG, offset);
        } else {
            offset = cut(chunks);
        }
        if (offset == NONE && blockCount > 0) {
            offset = blocks[--blockCount].address() - memory.address();
        }
        if (offset != NONE) {
            inUse++;
        }
        return offset;
    }

    /** With an object to stand for the block, the one from before if the size is the same; null if there is no more chunk. */
    StorageBlock allocBlock(RealStorage chunks, int bytes) {
        lock.lock();
        StorageBlock block = null;
        long offset = NONE;
        if (blockCount > 0) {
            block = blocks[--blockCount];
            inUse++;
        } else {
            offset = take(chunks);
        }
        lock.unlock();
        if (block != null) {
            return block.size() == bytes ? block : new StorageBlock(block.address(), bytes);
        }
        return offset == NONE ? null : new StorageBlock(memory.address() + offset, bytes);
    }

    void freeBlock(StorageBlock block) {
        lock.lock();
        if (blockCount == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * blockCount);
        }
        blocks[blockCount++] = block;
        inUse--;
        lock.unlock();
    }

    private long cut(RealStorage chunks) {
        if (next == end) {
            long chunk = chunks.chunkFor(this);
            if (chunk < 0) {
                return NONE;
            }
            next = chunk;
            end = chunk + RealStorage.CHUNK;
        }
        long offset = next;
        next += size;
        return offset;
    }

    void free(long offset) {
        lock.lock();
        memory.set(ValueLayout.JAVA_LONG, offset, free);
        free = offset;
        inUse--;
        lock.unlock();
    }

    long allocated() {
        lock.lock();
        long bytes = inUse * size;
        lock.unlock();
        return bytes;
    }
}
