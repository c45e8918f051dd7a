// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.layout.StoragePages;

/**
 * Main storage for speed: one window, cut into chunks of 64 KiB; a chunk has blocks of one power of two, which are therefore
 * aligned to their size. What is larger than half a chunk gets whole chunks. Allocating and freeing a block take the
 * spin lock of its size, and nothing from the Java heap.
 */
final class RealStorage extends Storage {
    private static final int CHUNK_SHIFT = 16;
    static final int CHUNK = 1 << CHUNK_SHIFT;
    private static final int MIN_SHIFT = 4;
    private static final int MAX_SHIFT = CHUNK_SHIFT - 1;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment memory;
    private final long base;
    private final SizeClass[] classes = new SizeClass[MAX_SHIFT + 1];
    /** What the blocks of a chunk are; null for runs of whole chunks and for what is not in use. */
    private final SizeClass[] classOfChunk;
    private final ChunkRuns runs;
    /** Bytes that caches hold though their users have freed them. */
    private final List<LongSupplier> idle = new CopyOnWriteArrayList<>();

    /** @param size bytes, rounded up to chunks */
    RealStorage(long size) {
        memory = StoragePages.allocate(arena, size + CHUNK - 1 & -CHUNK, CHUNK);
        base = memory.address();
        int chunks = (int) (memory.byteSize() >>> CHUNK_SHIFT);
        classOfChunk = new SizeClass[chunks];
        runs = new ChunkRuns(chunks);
        for (int shift = MIN_SHIFT; shift <= MAX_SHIFT; shift++) {
            classes[shift] = new SizeClass(memory, 1 << shift);
        }
    }

    @Override
    public long base() {
        return base;
    }

    @Override
    public long limit() {
        return base + memory.byteSize();
    }

    @Override
    public long alloc(long size, long align) {
        int shift = shiftFor(size, align);
        if (shift <= MAX_SHIFT) {
            long offset = classes[shift].alloc(this);
            return offset < 0 ? 0 : base + offset;
        }
        if (size > memory.byteSize()) {
            return 0;
        }
        // long from here on: the offset of a chunk exceeds an int
        long first = runs.take((int) (size + CHUNK - 1 >>> CHUNK_SHIFT));
        return first < 0 ? 0 : base + (first << CHUNK_SHIFT);
    }

    /** Binary logarithm of the block size that serves; above {@link #MAX_SHIFT} for whole chunks. */
    private static int shiftFor(long size, long align) {
        if (size <= 0 || Long.bitCount(align) != 1 || align > CHUNK) {
            throw new IllegalArgumentException("size " + size + ", alignment " + align);
        }
        long room = Math.max(Math.max(size, align), 1L << MIN_SHIFT);
        return Long.SIZE - Long.numberOfLeadingZeros(room - 1);
    }

    /** The offset of a chunk for blocks of {@code use}, or -1. */
    long chunkFor(SizeClass use) {
        int chunk = runs.take(1);
        if (chunk < 0) {
            return -1;
        }
        classOfChunk[chunk] = use;
        runs.keep(chunk);
        return (long) chunk << CHUNK_SHIFT;
    }

    @Override
    public long zalloc(long size, long align) {
        long address = alloc(size, align);
        if (address != 0) {
            memory.asSlice(address - base, size).fill((byte) 0);
        }
        return address;
    }

    @Override
    public void free(long address) {
        if (address == 0) {
            return;
        }
        long offset = address - base;
        int chunk = (int) (offset >>> CHUNK_SHIFT);
        SizeClass use = classOfChunk[chunk];
        if (use != null) {
            use.free(offset);
        } else {
            runs.giveBack(chunk);
        }
    }

    @Override
    public void keptIdle(int size, int align, IntSupplier count) {
        long blockSize = 1L << shiftFor(size, align);
        idle.add(() -> blockSize * count.getAsInt());
    }

    @Override
    public long allocated() {
        long bytes = (long) runs.taken() << CHUNK_SHIFT;
        for (LongSupplier kept : idle) {
            bytes -= kept.getAsLong();
        }
        for (int shift = MIN_SHIFT; shift <= MAX_SHIFT; shift++) {
            bytes += classes[shift].allocated();
        }
        return bytes;
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
