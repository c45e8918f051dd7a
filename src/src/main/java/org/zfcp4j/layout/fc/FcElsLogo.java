// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U24;
import org.zfcp4j.layout.U64;
import org.zfcp4j.layout.U8;

/** Payload of LOGO. */
public final class FcElsLogo {
    private static final Members MEMBERS = Members.wire("fc_els_logo");
    /** {@link FcConstants#ELS_LOGO}. */
    public static final U8 FL_CMD = MEMBERS.u8("fl_cmd");
    /** Fibre Channel address of the port that logs out, 24 bits. */
    public static final U24 FL_N_PORT_ID = MEMBERS.reserved("fl_zero", 3).reserved8("fl_resvd").u24("fl_n_port_id");
    /** Its world-wide port name. */
    public static final U64 FL_N_PORT_WWN = MEMBERS.u64("fl_n_port_wwn");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.aligned(8);
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FcElsLogo() {
    }
}
