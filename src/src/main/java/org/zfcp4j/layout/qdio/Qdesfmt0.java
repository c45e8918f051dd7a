// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import static org.zfcp4j.layout.Fields.bits8;
import static org.zfcp4j.layout.Fields.gap;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u64;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.BitField;
import org.zfcp4j.layout.DeviceMemory;

/**
 * Queue descriptor of format 0: where the three control blocks of one queue lie.
 *
 * <p>An array of these follows the fixed part of the {@link Qdr}, input queues first, then output queues.
 *
 * <p>C type: {@code struct qdesfmt0}.
 */
public final class Qdesfmt0 {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("qdesfmt0",
                    u64("sliba"),
                    u64("sla"),
                    u64("slsba"),
                    gap(4),
                    bits8("akey:4", "bkey:4"),
                    bits8("ckey:4", "dkey:4"),
                    gap(2));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_SLIBA = offset(LAYOUT, "sliba");
    public static final long OFFSET_SLA = offset(LAYOUT, "sla");
    public static final long OFFSET_SLSBA = offset(LAYOUT, "slsba");

    // Positions of the bit fields.
    public static final BitField AKEY = BitField.of(LAYOUT, "akey");
    public static final BitField BKEY = BitField.of(LAYOUT, "bkey");
    public static final BitField CKEY = BitField.of(LAYOUT, "ckey");
    public static final BitField DKEY = BitField.of(LAYOUT, "dkey");

    private Qdesfmt0() {
    }

    /** Absolute address of the storage-list information block, see {@link Slib}. */
    public static long sliba(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_SLIBA);
    }

    /** Sets it: see {@link #sliba(long)}. */
    public static void sliba(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_SLIBA, value);
    }

    /** Absolute address of the storage list, see {@link Sl}. */
    public static long sla(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_SLA);
    }

    /** Sets it: see {@link #sla(long)}. */
    public static void sla(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_SLA, value);
    }

    /** Absolute address of the storage-list state block, see {@link Slsb}. */
    public static long slsba(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_SLSBA);
    }

    /** Sets it: see {@link #slsba(long)}. */
    public static void slsba(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_SLSBA, value);
    }

    /** Storage access key for the storage-list information block. */
    public static int akey(long struct) {
        return (int) AKEY.get(struct);
    }

    /** Sets it: see {@link #akey(long)}. */
    public static void akey(long struct, int value) {
        AKEY.put(struct, value);
    }

    /** Storage access key for the storage list. */
    public static int bkey(long struct) {
        return (int) BKEY.get(struct);
    }

    /** Sets it: see {@link #bkey(long)}. */
    public static void bkey(long struct, int value) {
        BKEY.put(struct, value);
    }

    /** Storage access key for the SBALs and what they point to. */
    public static int ckey(long struct) {
        return (int) CKEY.get(struct);
    }

    /** Sets it: see {@link #ckey(long)}. */
    public static void ckey(long struct, int value) {
        CKEY.put(struct, value);
    }

    /** Storage access key for the storage-list state block. */
    public static int dkey(long struct) {
        return (int) DKEY.get(struct);
    }

    /** Sets it: see {@link #dkey(long)}. */
    public static void dkey(long struct, int value) {
        DKEY.put(struct, value);
    }
}
