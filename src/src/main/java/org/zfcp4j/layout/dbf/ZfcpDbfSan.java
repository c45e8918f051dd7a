// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.dbf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Bytes;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U16;
import org.zfcp4j.layout.U32;
import org.zfcp4j.layout.U64;
import org.zfcp4j.layout.U8;

/** Trace record of CT and ELS traffic. */
public final class ZfcpDbfSan {
    private static final Members MEMBERS = Members.wire("zfcp_dbf_san");
    /** Kind of record: which of the forms that share this layout. */
    public static final U8 ID = MEMBERS.u8("id");
    /** The tag: seven ASCII characters without terminator that name the call site. */
    public static final Bytes TAG = MEMBERS.bytes("tag", 7);
    /** Request id. */
    public static final U64 FSF_REQ_ID = MEMBERS.u64("fsf_req_id");
    /** Fibre Channel address of the other side. */
    public static final U32 D_ID = MEMBERS.u32("d_id");
    /** The start of the payload; the rest goes to {@link ZfcpDbfPay} records. */
    public static final Bytes PAYLOAD = MEMBERS.bytes("payload", 48);
    /** Length of the whole payload in bytes. */
    public static final U16 PL_LEN = MEMBERS.u16("pl_len");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private ZfcpDbfSan() {
    }
}
