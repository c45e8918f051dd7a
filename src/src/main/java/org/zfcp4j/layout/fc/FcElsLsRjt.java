// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U8;

/** Reject of an extended link service. */
public final class FcElsLsRjt {
    private static final Members MEMBERS = Members.wire("fc_els_ls_rjt");
    /** {@link FcConstants#ELS_LS_RJT}. */
    public static final U8 ER_CMD = MEMBERS.u8("er_cmd");
    /** Reason, {@code ELS_RJT_*}. */
    public static final U8 ER_REASON = MEMBERS.reserved("er_resv", 4).u8("er_reason");
    /** Explanation, {@code ELS_EXPL_*}. */
    public static final U8 ER_EXPLAN = MEMBERS.u8("er_explan");
    /** Left to the vendor. */
    public static final U8 ER_VENDOR = MEMBERS.u8("er_vendor");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FcElsLsRjt() {
    }
}
