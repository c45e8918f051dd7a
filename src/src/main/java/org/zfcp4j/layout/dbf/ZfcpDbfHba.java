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
import org.zfcp4j.layout.fsf.FsfBitErrorPayload;

/** Trace record of what the channel answered or announced. */
public final class ZfcpDbfHba {
    private static final Members MEMBERS = Members.wire("zfcp_dbf_hba");
    /** Kind of record: which of the forms that share this layout. */
    public static final U8 ID = MEMBERS.u8("id");
    /** The tag: seven ASCII characters without terminator that name the call site. */
    public static final Bytes TAG = MEMBERS.bytes("tag", 7);
    /** Request id. */
    public static final U64 FSF_REQ_ID = MEMBERS.u64("fsf_req_id");
    /** Status word of the request. */
    public static final U32 FSF_REQ_STATUS = MEMBERS.u32("fsf_req_status");
    /** FSF command. */
    public static final U32 FSF_CMD = MEMBERS.u32("fsf_cmd");
    /** Sequence number of the request. */
    public static final U32 FSF_SEQ_NO = MEMBERS.u32("fsf_seq_no");
    /** Length of what goes to {@link ZfcpDbfPay} records, in bytes. */
    public static final U16 PL_LEN = MEMBERS.u16("pl_len");
    private static final Members U = MEMBERS.union("u");
    /** The response form, see {@link ZfcpDbfHbaRes}. */
    public static final Part RES = U.part("res", ZfcpDbfHbaRes.LAYOUT);
    /** The unsolicited-status form, see {@link ZfcpDbfHbaUss}. */
    public static final Part USS = U.part("uss", ZfcpDbfHbaUss.LAYOUT);
    /** The bit-error form, see {@link org.zfcp4j.layout.fsf.FsfBitErrorPayload}. */
    public static final Part BE = U.part("be", FsfBitErrorPayload.LAYOUT);
    /** The endpoint-security form, see {@link ZfcpDbfHbaFces}. */
    public static final Part FCES = U.part("fces", ZfcpDbfHbaFces.LAYOUT);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private ZfcpDbfHba() {
    }
}
