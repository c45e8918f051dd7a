// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.dbf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Bytes;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U32;
import org.zfcp4j.layout.U64;

/** Part of an HBA record about a response. */
public final class ZfcpDbfHbaRes {
    private static final Members MEMBERS = Members.wire("zfcp_dbf_hba_res");
    /** Time of day clock when the request was sent. */
    public static final U64 REQ_ISSUED = MEMBERS.u64("req_issued");
    /** Protocol status. */
    public static final U32 PROT_STATUS = MEMBERS.u32("prot_status");
    /** The protocol status qualifier. */
    public static final Bytes PROT_STATUS_QUAL = MEMBERS.bytes("prot_status_qual", 16);
    /** FSF status. */
    public static final U32 FSF_STATUS = MEMBERS.u32("fsf_status");
    /** The FSF status qualifier. */
    public static final Bytes FSF_STATUS_QUAL = MEMBERS.bytes("fsf_status_qual", 16);
    /** Handle of the port. */
    public static final U32 PORT_HANDLE = MEMBERS.u32("port_handle");
    /** Handle of the LUN. */
    public static final U32 LUN_HANDLE = MEMBERS.u32("lun_handle");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private ZfcpDbfHbaRes() {
    }
}
