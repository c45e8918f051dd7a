// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U64;

/** Argument of GID_PN. */
public final class FcNsGidPn {
    private static final Members MEMBERS = Members.wire("fc_ns_gid_pn");
    /** World-wide port name that is looked up. */
    public static final U64 FN_WWPN = MEMBERS.u64("fn_wwpn");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.aligned(8);
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FcNsGidPn() {
    }
}
