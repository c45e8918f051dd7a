// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U24;
import org.zfcp4j.layout.U8;

/** Port address with flags, as the name server writes it. */
public final class FcNsFid {
    private static final Members MEMBERS = Members.wire("fc_ns_fid");
    /** {@link FcConstants#FC_NS_FID_LAST} marks the last entry of a list. */
    public static final U8 FP_FLAGS = MEMBERS.u8("fp_flags");
    /** Fibre Channel address, 24 bits. */
    public static final U24 FP_FID = MEMBERS.u24("fp_fid");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FcNsFid() {
    }
}
