// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.aligned;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u16;
import static org.zfcp4j.layout.Fields.u32;
import static org.zfcp4j.layout.Fields.u8;
import static org.zfcp4j.layout.Fields.union;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Common service parameters of a login.
 *
 * <p>C type: {@code struct fc_els_csp}.
 */
public final class FcElsCsp {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            aligned(4, struct("fc_els_csp",
                    u8("sp_hi_ver"),
                    u8("sp_lo_ver"),
                    u16("sp_bb_cred"),
                    u16("sp_features"),
                    u16("sp_bb_data"),
                    union("sp_u",
                            struct("sp_plogi",
                                    u16("_sp_tot_seq"),
                                    u16("_sp_rel_off")),
                            struct("sp_flogi_acc",
                                    u32("_sp_r_a_tov"))),
                    u32("sp_e_d_tov")));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_SP_HI_VER = offset(LAYOUT, "sp_hi_ver");
    public static final long OFFSET_SP_LO_VER = offset(LAYOUT, "sp_lo_ver");
    public static final long OFFSET_SP_BB_CRED = offset(LAYOUT, "sp_bb_cred");
    public static final long OFFSET_SP_FEATURES = offset(LAYOUT, "sp_features");
    public static final long OFFSET_SP_BB_DATA = offset(LAYOUT, "sp_bb_data");
    public static final long OFFSET_SP_TOT_SEQ = offset(LAYOUT, "sp_u", "sp_plogi", "_sp_tot_seq");
    public static final long OFFSET_SP_REL_OFF = offset(LAYOUT, "sp_u", "sp_plogi", "_sp_rel_off");
    public static final long OFFSET_SP_R_A_TOV = offset(LAYOUT, "sp_u", "sp_flogi_acc", "_sp_r_a_tov");
    public static final long OFFSET_SP_E_D_TOV = offset(LAYOUT, "sp_e_d_tov");

    private FcElsCsp() {
    }

    /** Highest FC-PH version. */
    public static int spHiVer(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_SP_HI_VER);
    }

    /** Sets it: see {@link #spHiVer(long)}. */
    public static void spHiVer(long struct, int value) {
        Memory.putByte(struct + OFFSET_SP_HI_VER, (byte) value);
    }

    /** Lowest FC-PH version. */
    public static int spLoVer(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_SP_LO_VER);
    }

    /** Sets it: see {@link #spLoVer(long)}. */
    public static void spLoVer(long struct, int value) {
        Memory.putByte(struct + OFFSET_SP_LO_VER, (byte) value);
    }

    /** Buffer-to-buffer credit. */
    public static int spBbCred(long struct) {
        return Memory.getUnsignedShort(struct + OFFSET_SP_BB_CRED);
    }

    /** Sets it: see {@link #spBbCred(long)}. */
    public static void spBbCred(long struct, int value) {
        Memory.putShort(struct + OFFSET_SP_BB_CRED, (short) value);
    }

    /** Features of the port. */
    public static int spFeatures(long struct) {
        return Memory.getUnsignedShort(struct + OFFSET_SP_FEATURES);
    }

    /** Sets it: see {@link #spFeatures(long)}. */
    public static void spFeatures(long struct, int value) {
        Memory.putShort(struct + OFFSET_SP_FEATURES, (short) value);
    }

    /** Receive data field size in bytes, lower 12 bits. */
    public static int spBbData(long struct) {
        return Memory.getUnsignedShort(struct + OFFSET_SP_BB_DATA);
    }

    /** Sets it: see {@link #spBbData(long)}. */
    public static void spBbData(long struct, int value) {
        Memory.putShort(struct + OFFSET_SP_BB_DATA, (short) value);
    }

    /** Concurrent sequences, in PLOGI. */
    public static int spTotSeq(long struct) {
        return Memory.getUnsignedShort(struct + OFFSET_SP_TOT_SEQ);
    }

    /** Sets it: see {@link #spTotSeq(long)}. */
    public static void spTotSeq(long struct, int value) {
        Memory.putShort(struct + OFFSET_SP_TOT_SEQ, (short) value);
    }

    /** Relative offset by information category, in PLOGI. */
    public static int spRelOff(long struct) {
        return Memory.getUnsignedShort(struct + OFFSET_SP_REL_OFF);
    }

    /** Sets it: see {@link #spRelOff(long)}. */
    public static void spRelOff(long struct, int value) {
        Memory.putShort(struct + OFFSET_SP_REL_OFF, (short) value);
    }

    /** Resource allocation time-out, in the accept of FLOGI. */
    public static int spRATov(long struct) {
        return Memory.getInt(struct + OFFSET_SP_R_A_TOV);
    }

    /** Sets it: see {@link #spRATov(long)}. */
    public static void spRATov(long struct, int value) {
        Memory.putInt(struct + OFFSET_SP_R_A_TOV, value);
    }

    /** Error detection time-out. */
    public static int spEDTov(long struct) {
        return Memory.getInt(struct + OFFSET_SP_E_D_TOV);
    }

    /** Sets it: see {@link #spEDTov(long)}. */
    public static void spEDTov(long struct, int value) {
        Memory.putInt(struct + OFFSET_SP_E_D_TOV, value);
    }
}
