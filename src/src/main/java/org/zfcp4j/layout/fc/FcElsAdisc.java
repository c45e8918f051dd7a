// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U24;
import org.zfcp4j.layout.U64;
import org.zfcp4j.layout.U8;

/** Payload of ADISC and its accept: asks a port whether it is still the same one. */
public final class FcElsAdisc {
    private static final Members MEMBERS = Members.wire("fc_els_adisc");
    /** {@link FcConstants#ELS_ADISC}, or {@code ELS_LS_ACC} in the accept. */
    public static final U8 ADISC_CMD = MEMBERS.u8("adisc_cmd");
    /** Hard address, 24 bits. */
    public static final U24 ADISC_HARD_ADDR = MEMBERS.reserved("adisc_resv", 3).reserved8("adisc_resv1").u24("adisc_hard_addr");
    /** World-wide port name. */
    public static final U64 ADISC_WWPN = MEMBERS.u64("adisc_wwpn");
    /** World-wide node name. */
    public static final U64 ADISC_WWNN = MEMBERS.u64("adisc_wwnn");
    /** Fibre Channel address of the sender, 24 bits. */
    public static final U24 ADISC_PORT_ID = MEMBERS.reserved8("adisc_resv2").u24("adisc_port_id");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FcElsAdisc() {
    }
}
