// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u32;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Names the queue pair, that is the FCP device, that a status refers to.
 *
 * <p>C type: {@code struct fsf_queue_designator}.
 */
public final class FsfQueueDesignator {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fsf_queue_designator",
                    u8("cssid"),
                    u8("chpid"),
                    u8("hla"),
                    u8("ua"),
                    u32("res1"));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_CSSID = offset(LAYOUT, "cssid");
    public static final long OFFSET_CHPID = offset(LAYOUT, "chpid");
    public static final long OFFSET_HLA = offset(LAYOUT, "hla");
    public static final long OFFSET_UA = offset(LAYOUT, "ua");
    public static final long OFFSET_RES1 = offset(LAYOUT, "res1");

    private FsfQueueDesignator() {
    }

    /** Channel subsystem. */
    public static int cssid(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_CSSID);
    }

    /** Sets it: see {@link #cssid(long)}. */
    public static void cssid(long struct, int value) {
        Memory.putByte(struct + OFFSET_CSSID, (byte) value);
    }

    /** Channel path. */
    public static int chpid(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_CHPID);
    }

    /** Sets it: see {@link #chpid(long)}. */
    public static void chpid(long struct, int value) {
        Memory.putByte(struct + OFFSET_CHPID, (byte) value);
    }

    /** Logical partition image. */
    public static int hla(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_HLA);
    }

    /** Sets it: see {@link #hla(long)}. */
    public static void hla(long struct, int value) {
        Memory.putByte(struct + OFFSET_HLA, (byte) value);
    }

    /** Unit address. */
    public static int ua(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_UA);
    }

    /** Sets it: see {@link #ua(long)}. */
    public static void ua(long struct, int value) {
        Memory.putByte(struct + OFFSET_UA, (byte) value);
    }
}
