// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import static org.zfcp4j.layout.Fields.gap;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u16;
import static org.zfcp4j.layout.Fields.u64;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.DeviceMemory;
import org.zfcp4j.layout.Memory;

/**
 * Subchannel QDIO data: what a subchannel can do, as the store-subchannel-QDIO-data command answers it.
 *
 * <p>C type: {@code struct qdio_ssqd_desc}.
 */
public final class QdioSsqdDesc {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("qdio_ssqd_desc",
                    u8("flags"),
                    gap(1),
                    u16("sch"),
                    u8("qfmt"),
                    u8("parm"),
                    u8("qdioac1"),
                    u8("sch_class"),
                    u8("pcnt"),
                    u8("icnt"),
                    gap(1),
                    u8("ocnt"),
                    gap(1),
                    u8("mbccnt"),
                    u16("qdioac2"),
                    u64("sch_token"),
                    u8("mro"),
                    u8("mri"),
                    u16("qdioac3"),
                    gap(3),
                    u8("mmwc"));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_FLAGS = offset(LAYOUT, "flags");
    public static final long OFFSET_SCH = offset(LAYOUT, "sch");
    public static final long OFFSET_QFMT = offset(LAYOUT, "qfmt");
    public static final long OFFSET_PARM = offset(LAYOUT, "parm");
    public static final long OFFSET_QDIOAC1 = offset(LAYOUT, "qdioac1");
    public static final long OFFSET_SCH_CLASS = offset(LAYOUT, "sch_class");
    public static final long OFFSET_PCNT = offset(LAYOUT, "pcnt");
    public static final long OFFSET_ICNT = offset(LAYOUT, "icnt");
    public static final long OFFSET_OCNT = offset(LAYOUT, "ocnt");
    public static final long OFFSET_MBCCNT = offset(LAYOUT, "mbccnt");
    public static final long OFFSET_QDIOAC2 = offset(LAYOUT, "qdioac2");
    public static final long OFFSET_SCH_TOKEN = offset(LAYOUT, "sch_token");
    public static final long OFFSET_MRO = offset(LAYOUT, "mro");
    public static final long OFFSET_MRI = offset(LAYOUT, "mri");
    public static final long OFFSET_QDIOAC3 = offset(LAYOUT, "qdioac3");
    public static final long OFFSET_MMWC = offset(LAYOUT, "mmwc");

    private QdioSsqdDesc() {
    }

    /** {@code CHSC_FLAG_*}: QDIO capability and validity of the rest. */
    public static int flags(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_FLAGS);
    }

    /** Sets it: see {@link #flags(long)}. */
    public static void flags(long struct, int value) {
        Memory.putByte(struct + OFFSET_FLAGS, (byte) value);
    }

    /** Subchannel number. */
    public static int sch(long struct) {
        return DeviceMemory.getUnsignedShort(struct + OFFSET_SCH);
    }

    /** Sets it: see {@link #sch(long)}. */
    public static void sch(long struct, int value) {
        DeviceMemory.putShort(struct + OFFSET_SCH, (short) value);
    }

    /** Queue format. */
    public static int qfmt(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_QFMT);
    }

    /** Sets it: see {@link #qfmt(long)}. */
    public static void qfmt(long struct, int value) {
        Memory.putByte(struct + OFFSET_QFMT, (byte) value);
    }

    /** Adapter parameter. */
    public static int parm(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_PARM);
    }

    /** Sets it: see {@link #parm(long)}. */
    public static void parm(long struct, int value) {
        Memory.putByte(struct + OFFSET_PARM, (byte) value);
    }

    /** Adapter characteristics: which SIGA functions are needed, {@code AC1_*}. */
    public static int qdioac1(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_QDIOAC1);
    }

    /** Sets it: see {@link #qdioac1(long)}. */
    public static void qdioac1(long struct, int value) {
        Memory.putByte(struct + OFFSET_QDIOAC1, (byte) value);
    }

    /** Class of the subchannel. */
    public static int schClass(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_SCH_CLASS);
    }

    /** Sets it: see {@link #schClass(long)}. */
    public static void schClass(long struct, int value) {
        Memory.putByte(struct + OFFSET_SCH_CLASS, (byte) value);
    }

    /** Number of supported protocols. */
    public static int pcnt(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_PCNT);
    }

    /** Sets it: see {@link #pcnt(long)}. */
    public static void pcnt(long struct, int value) {
        Memory.putByte(struct + OFFSET_PCNT, (byte) value);
    }

    /** Number of input queues that can be established. */
    public static int icnt(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_ICNT);
    }

    /** Sets it: see {@link #icnt(long)}. */
    public static void icnt(long struct, int value) {
        Memory.putByte(struct + OFFSET_ICNT, (byte) value);
    }

    /** Number of output queues that can be established. */
    public static int ocnt(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_OCNT);
    }

    /** Sets it: see {@link #ocnt(long)}. */
    public static void ocnt(long struct, int value) {
        Memory.putByte(struct + OFFSET_OCNT, (byte) value);
    }

    /** Multiple-buffer control count. */
    public static int mbccnt(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_MBCCNT);
    }

    /** Sets it: see {@link #mbccnt(long)}. */
    public static void mbccnt(long struct, int value) {
        Memory.putByte(struct + OFFSET_MBCCNT, (byte) value);
    }

    /** More adapter characteristics: multiple-buffer streaming and data division, {@code CHSC_AC2_*}. */
    public static int qdioac2(long struct) {
        return DeviceMemory.getUnsignedShort(struct + OFFSET_QDIOAC2);
    }

    /** Sets it: see {@link #qdioac2(long)}. */
    public static void qdioac2(long struct, int value) {
        DeviceMemory.putShort(struct + OFFSET_QDIOAC2, (short) value);
    }

    /** Token that stands for the subchannel where QEBSM is enabled. */
    public static long schToken(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_SCH_TOKEN);
    }

    /** Sets it: see {@link #schToken(long)}. */
    public static void schToken(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_SCH_TOKEN, value);
    }

    /** Of no use to the FCP queue format. */
    public static int mro(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_MRO);
    }

    /** Sets it: see {@link #mro(long)}. */
    public static void mro(long struct, int value) {
        Memory.putByte(struct + OFFSET_MRO, (byte) value);
    }

    /** Of no use to the FCP queue format. */
    public static int mri(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_MRI);
    }

    /** Sets it: see {@link #mri(long)}. */
    public static void mri(long struct, int value) {
        Memory.putByte(struct + OFFSET_MRI, (byte) value);
    }

    /** Still more adapter characteristics, {@code CHSC_AC3_*}. */
    public static int qdioac3(long struct) {
        return DeviceMemory.getUnsignedShort(struct + OFFSET_QDIOAC3);
    }

    /** Sets it: see {@link #qdioac3(long)}. */
    public static void qdioac3(long struct, int value) {
        DeviceMemory.putShort(struct + OFFSET_QDIOAC3, (short) value);
    }

    /** Maximum count of a multi-write; of no use to the FCP queue format. */
    public static int mmwc(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_MMWC);
    }

    /** Sets it: see {@link #mmwc(long)}. */
    public static void mmwc(long struct, int value) {
        Memory.putByte(struct + OFFSET_MMWC, (byte) value);
    }
}
