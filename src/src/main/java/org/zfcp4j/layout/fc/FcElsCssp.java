// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.aligned;
import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u16;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Service parameters of one class of service.
 *
 * <p>C type: {@code struct fc_els_cssp}.
 */
public final class FcElsCssp {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            aligned(2, struct("fc_els_cssp",
                    u16("cp_class"),
                    u16("cp_init"),
                    u16("cp_recip"),
                    u16("cp_rdfs"),
                    u16("cp_con_seq"),
                    u16("cp_ee_cred"),
                    u8("cp_resv1"),
                    u8("cp_open_seq"),
                    bytes("_cp_resv2", 2)));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_CP_CLASS = offset(LAYOUT, "cp_class");
    public static final long OFFSET_CP_INIT = offset(LAYOUT, "cp_init");
    public static final long OFFSET_CP_RECIP = offset(LAYOUT, "cp_recip");
    public static final long OFFSET_CP_RDFS = offset(LAYOUT, "cp_rdfs");
    public static final long OFFSET_CP_CON_SEQ = offset(LAYOUT, "cp_con_seq");
    public static final long OFFSET_CP_EE_CRED = offset(LAYOUT, "cp_ee_cred");
    public static final long OFFSET_CP_RESV1 = offset(LAYOUT, "cp_resv1");
    public static final long OFFSET_CP_OPEN_SEQ = offset(LAYOUT, "cp_open_seq");
    public static final long OFFSET_CP_RESV2 = offset(LAYOUT, "_cp_resv2");

    private FcElsCssp() {
    }

    /** Whether the class is valid ({@link FcConstants#FC_CPC_VALID}), and its options. */
    public static int cpClass(long struct) {
        return Memory.getUnsignedShort(struct + OFFSET_CP_CLASS);
    }

    /** Sets it: see {@link #cpClass(long)}. */
    public static void cpClass(long struct, int value) {
        Memory.putShort(struct + OFFSET_CP_CLASS, (short) value);
    }

    /** Initiator control. */
    public static int cpInit(long struct) {
        return Memory.getUnsignedShort(struct + OFFSET_CP_INIT);
    }

    /** Sets it: see {@link #cpInit(long)}. */
    public static void cpInit(long struct, int value) {
        Memory.putShort(struct + OFFSET_CP_INIT, (short) value);
    }

    /** Recipient control. */
    public static int cpRecip(long struct) {
        return Memory.getUnsignedShort(struct + OFFSET_CP_RECIP);
    }

    /** Sets it: see {@link #cpRecip(long)}. */
    public static void cpRecip(long struct, int value) {
        Memory.putShort(struct + OFFSET_CP_RECIP, (short) value);
    }

    /** Receive data field size. */
    public static int cpRdfs(long struct) {
        return Memory.getUnsignedShort(struct + OFFSET_CP_RDFS);
    }

    /** Sets it: see {@link #cpRdfs(long)}. */
    public static void cpRdfs(long struct, int value) {
        Memory.putShort(struct + OFFSET_CP_RDFS, (short) value);
    }

    /** Concurrent sequences. */
    public static int cpConSeq(long struct) {
        return Memory.getUnsignedShort(struct + OFFSET_CP_CON_SEQ);
    }

    /** Sets it: see {@link #cpConSeq(long)}. */
    public static void cpConSeq(long struct, int value) {
        Memory.putShort(struct + OFFSET_CP_CON_SEQ, (short) value);
    }

    /** End-to-end credit. */
    public static int cpEeCred(long struct) {
        return Memory.getUnsignedShort(struct + OFFSET_CP_EE_CRED);
    }

    /** Sets it: see {@link #cpEeCred(long)}. */
    public static void cpEeCred(long struct, int value) {
        Memory.putShort(struct + OFFSET_CP_EE_CRED, (short) value);
    }

    /** Open sequences per exchange. */
    public static int cpOpenSeq(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_CP_OPEN_SEQ);
    }

    /** Sets it: see {@link #cpOpenSeq(long)}. */
    public static void cpOpenSeq(long struct, int value) {
        Memory.putByte(struct + OFFSET_CP_OPEN_SEQ, (byte) value);
    }
}
