// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.channel;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/**
 * A disk behind a LUN.
 *
 * @param fcpLun the LUN as FCP has it, for instance 0x4010400000000000
 * @param blocks number of blocks
 * @param blockSize bytes in a block, 512 or 4096
 * @param readOnly writes are refused
 * @param protection formatted with protection information of type 1
 */
public record RamDisk(long fcpLun, long blocks, int blockSize, boolean readOnly, boolean protection) {
    static final StructLayout LAYOUT = MemoryLayout.structLayout(
            JAVA_LONG.withName("fcp_lun"), JAVA_LONG.withName("blocks"), JAVA_INT.withName("block_size"),
            JAVA_INT.withName("flags"));

    private static final int FLAG_READ_ONLY = 1;
    private static final int FLAG_DIF = 2;

    /** One that can be written and has no protection information. */
    public RamDisk(long fcpLun, long blocks, int blockSize) {
        this(fcpLun, blocks, blockSize, false, false);
    }

    MemorySegment write(Arena arena) {
        MemorySegment l = arena.allocate(LAYOUT);
        l.set(JAVA_LONG, offset("fcp_lun"), fcpLun);
        l.set(JAVA_LONG, offset("blocks"), blocks);
        l.set(JAVA_INT, offset("block_size"), blockSize);
        l.set(JAVA_INT, offset("flags"), (readOnly ? FLAG_READ_ONLY : 0) | (protection ? FLAG_DIF : 0));
        return l;
    }

    private static long offset(String field) {
        return LAYOUT.byteOffset(PathElement.groupElement(field));
    }
}
