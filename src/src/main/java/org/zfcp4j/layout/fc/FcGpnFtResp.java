// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U24;
import org.zfcp4j.layout.U64;
import org.zfcp4j.layout.U8;

/** Entry of the answer to GPN_FT: a port that speaks the type. */
public final class FcGpnFtResp {
    private static final Members MEMBERS = Members.wire("fc_gpn_ft_resp");
    /** {@link FcConstants#FC_NS_FID_LAST} marks the last entry. */
    public static final U8 FP_FLAGS = MEMBERS.u8("fp_flags");
    /** Fibre Channel address, 24 bits. */
    public static final U24 FP_FID = MEMBERS.u24("fp_fid");
    /** World-wide port name. */
    public static final U64 FP_WWPN = MEMBERS.reserved32("fp_resvd").u64("fp_wwpn");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.aligned(8);
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FcGpnFtResp() {
    }
}
