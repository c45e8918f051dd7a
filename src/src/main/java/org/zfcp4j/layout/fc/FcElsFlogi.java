// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Bytes;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Part;
import org.zfcp4j.layout.Parts;
import org.zfcp4j.layout.U64;
import org.zfcp4j.layout.U8;

/**
 * Payload of FLOGI, PLOGI and their accepts.
 *
 * <p>The channel hands such payloads over without the command word; the driver then takes an address four bytes
 * below.
 */
public final class FcElsFlogi {
    private static final Members MEMBERS = Members.wire("fc_els_flogi");
    /** ELS command. */
    public static final U8 FL_CMD = MEMBERS.u8("fl_cmd");
    /** The common service parameters, see {@link FcElsCsp}. */
    public static final Part FL_CSP = MEMBERS.reserved("_fl_resvd", 3).part("fl_csp", FcElsCsp.LAYOUT);
    /** World-wide port name. */
    public static final U64 FL_WWPN = MEMBERS.u64("fl_wwpn");
    /** World-wide node name. */
    public static final U64 FL_WWNN = MEMBERS.u64("fl_wwnn");
    /** The parameters of class {@code i + 1}, see {@link FcElsCssp}. */
    public static final Parts FL_CSSP = MEMBERS.parts("fl_cssp", 4, FcElsCssp.LAYOUT);
    /** The vendor version level. */
    public static final Bytes FL_VEND = MEMBERS.bytes("fl_vend", 16);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FcElsFlogi() {
    }
}
