// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.dbf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U32;
import org.zfcp4j.layout.U64;

/** Part of an HBA record about a change of Fibre Channel endpoint security. */
public final class ZfcpDbfHbaFces {
    private static final Members MEMBERS = Members.wire("zfcp_dbf_hba_fces");
    /** Time of day clock when the request was sent. */
    public static final U64 REQ_ISSUED = MEMBERS.u64("req_issued");
    /** FSF status. */
    public static final U32 FSF_STATUS = MEMBERS.u32("fsf_status");
    /** Handle of the port. */
    public static final U32 PORT_HANDLE = MEMBERS.u32("port_handle");
    /** World-wide port name. */
    public static final U64 WWPN = MEMBERS.u64("wwpn");
    /** Security before. */
    public static final U32 FC_SECURITY_OLD = MEMBERS.u32("fc_security_old");
    /** Security now. */
    public static final U32 FC_SECURITY_NEW = MEMBERS.u32("fc_security_new");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private ZfcpDbfHbaFces() {
    }
}
