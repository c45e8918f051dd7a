// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.dbf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U32;
import org.zfcp4j.layout.U64;

/** Part of an HBA record about an unsolicited status. */
public final class ZfcpDbfHbaUss {
    private static final Members MEMBERS = Members.wire("zfcp_dbf_hba_uss");
    /** Kind of notification. */
    public static final U32 STATUS_TYPE = MEMBERS.u32("status_type");
    /** Detail of the kind. */
    public static final U32 STATUS_SUBTYPE = MEMBERS.u32("status_subtype");
    /** Fibre Channel address of the port. */
    public static final U32 D_ID = MEMBERS.u32("d_id");
    /** LUN. */
    public static final U64 LUN = MEMBERS.u64("lun");
    /** Queue designator, eight bytes as one number. */
    public static final U64 QUEUE_DESIGNATOR = MEMBERS.u64("queue_designator");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private ZfcpDbfHbaUss() {
    }
}
