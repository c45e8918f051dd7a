// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import static org.zfcp4j.layout.Fields.aligned;
import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.gap;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u64;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.DeviceMemory;
import org.zfcp4j.layout.Memory;

/**
 * Queue information block: properties that hold for all queues of a subchannel.
 *
 * <p>C type: {@code struct qib}.
 */
public final class Qib {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            aligned(256, struct("qib",
                    u8("qfmt"),
                    u8("pfmt"),
                    u8("rflags"),
                    u8("ac"),
                    gap(4),
                    u64("isliba"),
                    u64("osliba"),
                    gap(8),
                    bytes("ebcnam", 8),
                    bytes("res", 88),
                    bytes("parm", 128)));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_QFMT = offset(LAYOUT, "qfmt");
    public static final long OFFSET_PFMT = offset(LAYOUT, "pfmt");
    public static final long OFFSET_RFLAGS = offset(LAYOUT, "rflags");
    public static final long OFFSET_AC = offset(LAYOUT, "ac");
    public static final long OFFSET_ISLIBA = offset(LAYOUT, "isliba");
    public static final long OFFSET_OSLIBA = offset(LAYOUT, "osliba");
    public static final long OFFSET_EBCNAM = offset(LAYOUT, "ebcnam");
    public static final long OFFSET_RES = offset(LAYOUT, "res");
    public static final long OFFSET_PARM = offset(LAYOUT, "parm");

    /** Length of {@code ebcnam} in bytes. */
    public static final int LENGTH_EBCNAM = 8;

    /** Length of {@code parm} in bytes. */
    public static final int LENGTH_PARM = 128;

    private Qib() {
    }

    /** Queue format; 1 for FCP. */
    public static int qfmt(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_QFMT);
    }

    /** Sets it: see {@link #qfmt(long)}. */
    public static void qfmt(long struct, int value) {
        Memory.putByte(struct + OFFSET_QFMT, (byte) value);
    }

    /** Format of {@link #parm(long)}; 0 when it is not used. */
    public static int pfmt(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_PFMT);
    }

    /** Sets it: see {@link #pfmt(long)}. */
    public static void pfmt(long struct, int value) {
        Memory.putByte(struct + OFFSET_PFMT, (byte) value);
    }

    /** What the program asks for: {@code QIB_RFLAGS_ENABLE_QEBSM}, {@code QIB_RFLAGS_ENABLE_DATA_DIV}. */
    public static int rflags(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_RFLAGS);
    }

    /** Sets it: see {@link #rflags(long)}. */
    public static void rflags(long struct, int value) {
        Memory.putByte(struct + OFFSET_RFLAGS, (byte) value);
    }

    /**
     * Adapter characteristics that the channel answers with, such as {@link
     * QdioConstants#QIB_AC_OUTBOUND_PCI_SUPPORTED}.
     */
    public static int ac(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_AC);
    }

    /** Sets it: see {@link #ac(long)}. */
    public static void ac(long struct, int value) {
        Memory.putByte(struct + OFFSET_AC, (byte) value);
    }

    /** Absolute address of the first input queue's {@link Slib}; the others follow by {@code nsliba}. */
    public static long isliba(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_ISLIBA);
    }

    /** Sets it: see {@link #isliba(long)}. */
    public static void isliba(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_ISLIBA, value);
    }

    /** Absolute address of the first output queue's {@link Slib}. */
    public static long osliba(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_OSLIBA);
    }

    /** Sets it: see {@link #osliba(long)}. */
    public static void osliba(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_OSLIBA, value);
    }

    /** Name of the adapter in EBCDIC, padded with EBCDIC blanks. */
    public static long ebcnam(long struct) {
        return struct + OFFSET_EBCNAM;
    }

    /** Adapter specific parameters. */
    public static long parm(long struct) {
        return struct + OFFSET_PARM;
    }
}
