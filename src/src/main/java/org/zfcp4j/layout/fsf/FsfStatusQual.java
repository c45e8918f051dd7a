// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.part;
import static org.zfcp4j.layout.Fields.u16s;
import static org.zfcp4j.layout.Fields.u32s;
import static org.zfcp4j.layout.Fields.u64s;
import static org.zfcp4j.layout.Fields.union;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.DeviceMemory;

/**
 * FSF status qualifier: details whose meaning depends on the FSF status.
 *
 * <p>C type: {@code union fsf_status_qual}.
 */
public final class FsfStatusQual {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            union("fsf_status_qual",
                    bytes("byte", 16),
                    u16s("halfword", 8),
                    u32s("word", 4),
                    u64s("doubleword", 2),
                    part("fsf_queue_designator", FsfQueueDesignator.LAYOUT),
                    part("link_down_info", FsfLinkDownInfo.LAYOUT));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_BYTE = offset(LAYOUT, "byte");
    public static final long OFFSET_HALFWORD = offset(LAYOUT, "halfword");
    public static final long OFFSET_WORD = offset(LAYOUT, "word");
    public static final long OFFSET_DOUBLEWORD = offset(LAYOUT, "doubleword");
    public static final long OFFSET_FSF_QUEUE_DESIGNATOR = offset(LAYOUT, "fsf_queue_designator");
    public static final long OFFSET_LINK_DOWN_INFO = offset(LAYOUT, "link_down_info");

    /** Length of {@code byte} in bytes. */
    public static final int LENGTH_BYTE = 16;

    /** Number of elements of {@code halfword}. */
    public static final int COUNT_HALFWORD = 8;

    /** Number of elements of {@code word}. */
    public static final int COUNT_WORD = 4;

    /** Number of elements of {@code doubleword}. */
    public static final int COUNT_DOUBLEWORD = 2;

    private FsfStatusQual() {
    }

    /** Address of the qualifier as bytes. The C name, {@code byte}, is a Java keyword. */
    public static long byteArray(long struct) {
        return struct + OFFSET_BYTE;
    }

    /** A half word of it. */
    public static int halfword(long struct, long index) {
        return DeviceMemory.getUnsignedShort(struct + OFFSET_HALFWORD + index * 2);
    }

    /** Sets it: see {@link #halfword(long, long)}. */
    public static void halfword(long struct, long index, int value) {
        DeviceMemory.putShort(struct + OFFSET_HALFWORD + index * 2, (short) value);
    }

    /** A word of it: recommended action ({@code FSF_SQ_*}) in word 0, security code or the like. */
    public static int word(long struct, long index) {
        return DeviceMemory.getInt(struct + OFFSET_WORD + index * 4);
    }

    /** Sets it: see {@link #word(long, long)}. */
    public static void word(long struct, long index, int value) {
        DeviceMemory.putInt(struct + OFFSET_WORD + index * 4, value);
    }

    /** A double word of it. */
    public static long doubleword(long struct, long index) {
        return DeviceMemory.getLong(struct + OFFSET_DOUBLEWORD + index * 8);
    }

    /** Sets it: see {@link #doubleword(long, long)}. */
    public static void doubleword(long struct, long index, long value) {
        DeviceMemory.putLong(struct + OFFSET_DOUBLEWORD + index * 8, value);
    }

    /** Address of the designator of the queues that hold a LUN or port, see {@link FsfQueueDesignator}. */
    public static long fsfQueueDesignator(long struct) {
        return struct + OFFSET_FSF_QUEUE_DESIGNATOR;
    }

    /** Address of the details of a link that is down, see {@link FsfLinkDownInfo}. */
    public static long linkDownInfo(long struct) {
        return struct + OFFSET_LINK_DOWN_INFO;
    }
}
