// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U8;

/** Accept of an extended link service. */
public final class FcElsLsAcc {
    private static final Members MEMBERS = Members.wire("fc_els_ls_acc");
    /** {@link FcConstants#ELS_LS_ACC}. */
    public static final U8 LA_CMD = MEMBERS.u8("la_cmd");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.reserved("la_resv", 3).layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FcElsLsAcc() {
    }
}
