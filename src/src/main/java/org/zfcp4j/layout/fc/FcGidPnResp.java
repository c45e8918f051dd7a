// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U24;

/** Answer to GID_PN. */
public final class FcGidPnResp {
    private static final Members MEMBERS = Members.wire("fc_gid_pn_resp");
    /** Fibre Channel address, 24 bits. */
    public static final U24 FP_FID = MEMBERS.reserved8("fp_resvd").u24("fp_fid");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FcGidPnResp() {
    }
}
