// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import static org.zfcp4j.layout.Fields.aligned;
import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.parts;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u64;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.DeviceMemory;

/**
 * Storage-list information block: the head of a queue, chained to that of the next queue of the same direction.
 *
 * <p>C type: {@code struct slib}.
 */
public final class Slib {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            aligned(2048, struct("slib",
                    u64("nsliba"),
                    u64("sla"),
                    u64("slsba"),
                    bytes("res", 1000),
                    parts("slibe", 128, Slibe.LAYOUT)));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_NSLIBA = offset(LAYOUT, "nsliba");
    public static final long OFFSET_SLA = offset(LAYOUT, "sla");
    public static final long OFFSET_SLSBA = offset(LAYOUT, "slsba");
    public static final long OFFSET_RES = offset(LAYOUT, "res");
    public static final long OFFSET_SLIBE = offset(LAYOUT, "slibe");

    /** Number of elements of {@code slibe}. */
    public static final int COUNT_SLIBE = 128;

    private Slib() {
    }

    /** Absolute address of the next queue's block; 0 at the end of the chain. */
    public static long nsliba(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_NSLIBA);
    }

    /** Sets it: see {@link #nsliba(long)}. */
    public static void nsliba(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_NSLIBA, value);
    }

    /** Absolute address of the storage list, see {@link Sl}. */
    public static long sla(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_SLA);
    }

    /** Sets it: see {@link #sla(long)}. */
    public static void sla(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_SLA, value);
    }

    /** Absolute address of the state block, see {@link Slsb}. */
    public static long slsba(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_SLSBA);
    }

    /** Sets it: see {@link #slsba(long)}. */
    public static void slsba(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_SLSBA, value);
    }

    /** Address of the parameters of an SBAL, see {@link Slibe}. */
    public static long slibe(long struct, long index) {
        return struct + OFFSET_SLIBE + index * Slibe.SIZE;
    }
}
