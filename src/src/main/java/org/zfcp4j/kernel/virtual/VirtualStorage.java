// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.zfcp4j.kernel.Storage;

/**
 * Main storage that finds misuse: what was not written yet reads 0x5a, what was freed 0x6b; a block is followed by a red zone;
 * freed blocks are not used again before the rest of the storage is used up, and are checked for writes then and at the
 * end. The same calls yield the same offsets.
 */
public final class VirtualStorage extends Storage {
    /** Content of a fresh block. */
    public static final byte FRESH = 0x5a;
    /** Content of a freed block. */
    public static final byte FREED = 0x6b;
    private static final byte RED = (byte) 0xbb;
    private static final int GRAIN = 16;

    /**
     * A block that was not freed.
     *
     * @param offset from {@link #base}
     * @param context who allocated it
     * @param jiffies when
     */
    public record Leak(long offset, long size, String context, long jiffies) {
        @Override
        public String toString() {
            return size + " bytes at +0x" + Long.toHexString(offset) + ", allocated by " + context + " at " + jiffies + " ms";
        }
    }

    private record Block(long offset, long size, long end, String context, long jiffies) {
    }

    private final Engine engine;
    private final AllocationCount allocations;
    private final StorageWindow window;
    private final MemorySegment memory;
    private final Map<Long, Block> live = new LinkedHashMap<>();
    private final ArrayDeque<Block> quarantine = new ArrayDeque<>();
    /** Bytes that caches hold though their users have freed them. */
    private final List<LongSupplier> idle = new ArrayList<>();
    private final BitSet liveGrains = new BitSet();
    private long top;
    private long allocated;
    private boolean closed;

    VirtualStorage(Engine engine, AllocationCount allocations, long size) {
        this.engine = engine;
        this.allocations = allocations;
        this.window = StorageWindow.take(size);
        this.memory = window.segment;
    }

    @Override
    public long base() {
        return window.base;
    }

    @Override
    public long limit() {
        return window.base + window.size;
    }

    @Override
    public long alloc(long size, long align) {
        return alloc(size, align, FRESH);
    }

    @Override
    public long zalloc(long size, long align) {
        return alloc(size, align, (byte) 0);
    }

    private long alloc(long size, long align, byte fill) {
        if (size <= 0 || Long.bitCount(align) != 1) {
            throw new IllegalArgumentException("size " + size + ", alignment " + align);
        }
        if (size > window.size) {
            return 0;
        }
        if (!allocations.allow("storage", size)) {
            return 0;
        }
        Block block = fresh(size, align);
        if (block == null) {
            block = reuse(size, align);
        }
        if (block == null) {
            return 0;
        }
        memory.asSlice(block.offset, size).fill(fill);
        memory.asSlice(block.offset + size, block.end - block.offset - size).fill(RED);
        live.put(block.offset, block);
        engine.order.acquires(this);
        liveGrains.set(grain(block.offset), grain(block.offset + size + GRAIN - 1));
        allocated += size;
        return window.base + block.offset;
    }

    private Block fresh(long size, long align) {
        long offset = alignUp(window.base + top, Math.max(GRAIN, align)) - window.base;
        long end = endOf(offset, size);
        if (end > window.size) {
            return null;
        }
        top = end;
        return block(offset, size, end);
    }

    /** The oldest freed block that is large enough. */
    private Block reuse(long size, long align) {
        for (Block old : quarantine) {
            boolean aligned = (window.base + old.offset & align - 1) == 0;
            if (aligned && endOf(old.offset, size) <= old.end) {
                quarantine.remove(old);
                checkFreed(old);
                return block(old.offset, size, old.end);
            }
        }
        return null;
    }

    private Block block(long offset, long size, long end) {
        return new Block(offset, size, end, engine.self().name(), engine.jiffies());
    }

    /** At least one grain of red zone follows, and fills up the last grain of the block. */
    private static long endOf(long offset, long size) {
        return alignUp(offset + size, GRAIN) + GRAIN;
    }

    private static long alignUp(long value, long align) {
        return value + align - 1 & -align;
    }

    private static int grain(long offset) {
        return (int) (offset / GRAIN);
    }

    @Override
    public void free(long address) {
        if (address == 0) {
            return;
        }
        Block block = live.remove(address - window.base);
        if (block == null) {
            misuse("free of 0x" + Long.toHexString(address - window.base) + ", which is no allocated block");
            return;
        }
        if (!isFilled(block.offset + block.size, block.end, RED)) {
            misuse("written beyond the end of " + describe(block));
        }
        allocated -= block.size;
        engine.order.releases(this);
        liveGrains.clear(grain(block.offset), grain(block.offset + block.size + GRAIN - 1));
        memory.asSlice(block.offset, block.size).fill(FREED);
        quarantine.addLast(block);
    }

    /** True if all bytes belong to blocks that are allocated, up to the rest of the last 16 bytes. */
    public boolean isAllocated(long address, long size) {
        long offset = address - window.base;
        if (offset < 0 || size < 0 || offset + size > window.size) {
            return false;
        }
        int first = grain(offset);
        return liveGrains.nextClearBit(first) >= grain(offset + Math.max(size, 1) + GRAIN - 1);
    }

    @Override
    public void keptIdle(int size, int align, IntSupplier count) {
        if (!engine.config.isReusing()) {
            super.keptIdle(size, align, count);
        }
        idle.add(() -> (long) size * count.getAsInt());
    }

    @Override
    public long allocated() {
        return allocated - idle.stream().mapToLong(LongSupplier::getAsLong).sum();
    }

    /** What was not freed, in the order of allocation. */
    public List<Leak> leaks() {
        List<Leak> leaks = new ArrayList<>();
        live.values().forEach(b -> leaks.add(new Leak(b.offset, b.size, b.context, b.jiffies)));
        return leaks;
    }

    /** Descriptions of freed blocks that were written to, and of blocks that were written beyond their end. */
    public List<String> corruptions() {
        List<String> found = new ArrayList<>();
        for (Block block : quarantine) {
            if (!isFilled(block.offset, block.offset + block.size, FREED)) {
                found.add("written after it was freed: " + describe(block));
            }
        }
        for (Block block : live.values()) {
            if (!isFilled(block.offset + block.size, block.end, RED)) {
                found.add("written beyond the end: " + describe(block));
            }
        }
        return found;
    }

    private void checkFreed(Block block) {
        if (!isFilled(block.offset, block.offset + block.size, FREED)) {
            misuse("written after it was freed: " + describe(block));
        }
    }

    private boolean isFilled(long from, long to, byte with) {
        // equal to itself shifted by one: all bytes are the same as the first
        return from == to || memory.get(java.lang.foreign.ValueLayout.JAVA_BYTE, from) == with
            && MemorySegment.mismatch(memory, from, to - 1, memory, from + 1, to) < 0;
    }

    /** Names an address for a report, by the block that it lies in. */
    public String describe(long address) {
        long offset = address - window.base;
        for (Block block : live.values()) {
            if (offset >= block.offset && offset < block.end) {
                return "block of " + block.size + " bytes";
            }
        }
        for (Block block : quarantine) {
            if (offset >= block.offset && offset < block.end) {
                return "freed block of " + block.size + " bytes";
            }
        }
        return "storage that is not allocated";
    }

    private static String describe(Block block) {
        return new Leak(block.offset, block.size, block.context, block.jiffies).toString();
    }

    private void misuse(String message) {
        engine.checker.violation(Violation.Rule.STORAGE_MISUSE, message);
    }

    /** Gives the memory to the next kernel. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            window.giveBack();
        }
    }
}
