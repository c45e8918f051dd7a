// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U16;
import org.zfcp4j.layout.U32;
import org.zfcp4j.layout.U8;

/** Common service parameters of a login. */
public final class FcElsCsp {
    private static final Members MEMBERS = Members.wire("fc_els_csp");
    /** Highest FC-PH version. */
    public static final U8 SP_HI_VER = MEMBERS.u8("sp_hi_ver");
    /** Lowest FC-PH version. */
    public static final U8 SP_LO_VER = MEMBERS.u8("sp_lo_ver");
    /** Buffer-to-buffer credit. */
    public static final U16 SP_BB_CRED = MEMBERS.u16("sp_bb_cred");
    /** Features of the port. */
    public static final U16 SP_FEATURES = MEMBERS.u16("sp_features");
    /** Receive data field size in bytes, lower 12 bits. */
    public static final U16 SP_BB_DATA = MEMBERS.u16("sp_bb_data");
    private static final Members SP_U = MEMBERS.union("sp_u");
    private static final Members SP_PLOGI = SP_U.struct("sp_plogi");
    /** Concurrent sequences, in PLOGI. */
    public static final U16 SP_TOT_SEQ = SP_PLOGI.u16("_sp_tot_seq");
    /** Relative offset by information category, in PLOGI. */
    public static final U16 SP_REL_OFF = SP_PLOGI.u16("_sp_rel_off");
    private static final Members SP_FLOGI_ACC = SP_U.struct("sp_flogi_acc");
    /** Resource allocation time-out, in the accept of FLOGI. */
    public static final U32 SP_R_A_TOV = SP_FLOGI_ACC.u32("_sp_r_a_tov");
    /** Error detection time-out. */
    public static final U32 SP_E_D_TOV = MEMBERS.u32("sp_e_d_tov");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.aligned(4);
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FcElsCsp() {
    }
}
