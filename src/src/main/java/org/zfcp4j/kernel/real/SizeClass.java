// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.zfcp4j.kernel.SpinLock;

/**
 * Blocks of one size of {@link RealStorage}: a list of free ones that is linked through the blocks themselves, and the rest of the
 * chunk that was begun last.
 */
final class SizeClass {
    private static final long NONE = -1;

    private final int size;
    private final MemorySegment memory;
    private final SpinLock lock;
    private long free = NONE;
    private long next;
    private long end;
    private long inUse;

    SizeClass(MemorySegment memory, int size) {
        this.memory = memory;
        this.size = size;
        this.lock = SpinLocks.named("storage");
    }

    /** An offset, or -1 if {@code chunks} has no more chunk. */
    long alloc(RealStorage chunks) {
        lock.lock();
        long offset = free;
        if (offset != NONE) {
            free = memory.get(ValueLayout.JAVA_LONG, offset);
        } else {
            offset = cut(chunks);
        }
        if (offset != NONE) {
            inUse++;
        }
        lock.unlock();
        return offset;
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
