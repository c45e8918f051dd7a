// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.dbf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Bytes;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Part;
import org.zfcp4j.layout.U16;
import org.zfcp4j.layout.U32;
import org.zfcp4j.layout.U64;
import org.zfcp4j.layout.U8;
import org.zfcp4j.layout.fc.FcpRespWithExt;

/** Trace record of SCSI commands and task management functions. */
public final class ZfcpDbfScsi {
    private static final Members MEMBERS = Members.wire("zfcp_dbf_scsi");
    /** Kind of record: which of the forms that share this layout. */
    public static final U8 ID = MEMBERS.u8("id");
    /** The tag: seven ASCII characters without terminator that name the call site. */
    public static final Bytes TAG = MEMBERS.bytes("tag", 7);
    /** SCSI target number. */
    public static final U32 SCSI_ID = MEMBERS.u32("scsi_id");
    /** Lower half of the SCSI LUN. */
    public static final U32 SCSI_LUN = MEMBERS.u32("scsi_lun");
    /** Result of the command. */
    public static final U32 SCSI_RESULT = MEMBERS.u32("scsi_result");
    /** Retries so far. */
    public static final U8 SCSI_RETRIES = MEMBERS.u8("scsi_retries");
    /** Retries allowed. */
    public static final U8 SCSI_ALLOWED = MEMBERS.u8("scsi_allowed");
    /** Response code of the FCP response. */
    public static final U8 FCP_RSP_INFO = MEMBERS.u8("fcp_rsp_info");
    /** The start of the command descriptor block. */
    public static final Bytes SCSI_OPCODE = MEMBERS.bytes("scsi_opcode", 16);
    /** Request id. */
    public static final U64 FSF_REQ_ID = MEMBERS.u64("fsf_req_id");
    /** What the driver keeps in the command: the request id while it is pending. */
    public static final U64 HOST_SCRIBBLE = MEMBERS.u64("host_scribble");
    /** Length of the whole FCP response in bytes. */
    public static final U16 PL_LEN = MEMBERS.u16("pl_len");
    /** The FCP response, see {@link org.zfcp4j.layout.fc.FcpRespWithExt}. */
    public static final Part FCP_RSP = MEMBERS.part("fcp_rsp", FcpRespWithExt.LAYOUT);
    /** Upper half of the SCSI LUN. */
    public static final U32 SCSI_LUN_64_HI = MEMBERS.u32("scsi_lun_64_hi");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private ZfcpDbfScsi() {
    }
}
