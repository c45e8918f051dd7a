// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U16;
import org.zfcp4j.layout.U8;

/** Service parameters of one class of service. */
public final class FcElsCssp {
    private static final Members MEMBERS = Members.wire("fc_els_cssp");
    /** Whether the class is valid ({@link FcConstants#FC_CPC_VALID}), and its options. */
    public static final U16 CP_CLASS = MEMBERS.u16("cp_class");
    /** Initiator control. */
    public static final U16 CP_INIT = MEMBERS.u16("cp_init");
    /** Recipient control. */
    public static final U16 CP_RECIP = MEMBERS.u16("cp_recip");
    /** Receive data field size. */
    public static final U16 CP_RDFS = MEMBERS.u16("cp_rdfs");
    /** Concurrent sequences. */
    public static final U16 CP_CON_SEQ = MEMBERS.u16("cp_con_seq");
    /** End-to-end credit. */
    public static final U16 CP_EE_CRED = MEMBERS.u16("cp_ee_cred");
    /** Open sequences per exchange. */
    public static final U8 CP_OPEN_SEQ = MEMBERS.reserved8("cp_resv1").u8("cp_open_seq");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.reserved("_cp_resv2", 2).aligned(2);
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FcElsCssp() {
    }
}
