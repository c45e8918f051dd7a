// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import static org.zfcp4j.layout.Fields.aligned;
import static org.zfcp4j.layout.Fields.bits8;
import static org.zfcp4j.layout.Fields.gap;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.parts;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u32s;
import static org.zfcp4j.layout.Fields.u64;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.BitField;
import org.zfcp4j.layout.DeviceMemory;
import org.zfcp4j.layout.Memory;

/**
 * Queue descriptor record: what the establish-queues channel program hands to the channel.
 *
 * <p>The channel learns every other address from here: the QIB from {@link #qiba(long)} and the control blocks of
 * each queue from {@link #qdf0(long, long)}. It is one page on a page boundary.
 *
 * <p>C type: {@code struct qdr}.
 */
public final class Qdr {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            aligned(4096, struct("qdr",
                    u8("qfmt"),
                    gap(2),
                    u8("ac"),
                    gap(1),
                    u8("iqdcnt"),
                    gap(1),
                    u8("oqdcnt"),
                    gap(1),
                    u8("iqdsz"),
                    gap(1),
                    u8("oqdsz"),
                    u32s("res", 9),
                    u64("qiba"),
                    gap(4),
                    bits8("qkey:4", ":4"),
                    gap(3),
                    parts("qdf0", 126, Qdesfmt0.LAYOUT)));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_QFMT = offset(LAYOUT, "qfmt");
    public static final long OFFSET_AC = offset(LAYOUT, "ac");
    public static final long OFFSET_IQDCNT = offset(LAYOUT, "iqdcnt");
    public static final long OFFSET_OQDCNT = offset(LAYOUT, "oqdcnt");
    public static final long OFFSET_IQDSZ = offset(LAYOUT, "iqdsz");
    public static final long OFFSET_OQDSZ = offset(LAYOUT, "oqdsz");
    public static final long OFFSET_RES = offset(LAYOUT, "res");
    public static final long OFFSET_QIBA = offset(LAYOUT, "qiba");
    public static final long OFFSET_QDF0 = offset(LAYOUT, "qdf0");

    /** Number of elements of {@code qdf0}. */
    public static final int COUNT_QDF0 = 126;

    // Positions of the bit fields.
    public static final BitField QKEY = BitField.of(LAYOUT, "qkey");

    private Qdr() {
    }

    /** Queue format; 1 for FCP. */
    public static int qfmt(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_QFMT);
    }

    /** Sets it: see {@link #qfmt(long)}. */
    public static void qfmt(long struct, int value) {
        Memory.putByte(struct + OFFSET_QFMT, (byte) value);
    }

    /**
     * Adapter characteristics; {@link QdioConstants#QDR_AC_MULTI_BUFFER_ENABLE} asks for multiple-buffer streaming.
     */
    public static int ac(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_AC);
    }

    /** Sets it: see {@link #ac(long)}. */
    public static void ac(long struct, int value) {
        Memory.putByte(struct + OFFSET_AC, (byte) value);
    }

    /** Number of input queue descriptors. */
    public static int iqdcnt(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_IQDCNT);
    }

    /** Sets it: see {@link #iqdcnt(long)}. */
    public static void iqdcnt(long struct, int value) {
        Memory.putByte(struct + OFFSET_IQDCNT, (byte) value);
    }

    /** Number of output queue descriptors. */
    public static int oqdcnt(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_OQDCNT);
    }

    /** Sets it: see {@link #oqdcnt(long)}. */
    public static void oqdcnt(long struct, int value) {
        Memory.putByte(struct + OFFSET_OQDCNT, (byte) value);
    }

    /** Size of an input queue descriptor in 32-bit words. */
    public static int iqdsz(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_IQDSZ);
    }

    /** Sets it: see {@link #iqdsz(long)}. */
    public static void iqdsz(long struct, int value) {
        Memory.putByte(struct + OFFSET_IQDSZ, (byte) value);
    }

    /** Size of an output queue descriptor in 32-bit words. */
    public static int oqdsz(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_OQDSZ);
    }

    /** Sets it: see {@link #oqdsz(long)}. */
    public static void oqdsz(long struct, int value) {
        Memory.putByte(struct + OFFSET_OQDSZ, (byte) value);
    }

    /** Absolute address of the queue information block, see {@link Qib}. */
    public static long qiba(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_QIBA);
    }

    /** Sets it: see {@link #qiba(long)}. */
    public static void qiba(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_QIBA, value);
    }

    /** Storage access key for the queue information block. */
    public static int qkey(long struct) {
        return (int) QKEY.get(struct);
    }

    /** Sets it: see {@link #qkey(long)}. */
    public static void qkey(long struct, int value) {
        QKEY.put(struct, value);
    }

    /** Address of a queue descriptor, see {@link Qdesfmt0}. */
    public static long qdf0(long struct, long index) {
        return struct + OFFSET_QDF0 + index * Qdesfmt0.SIZE;
    }
}
