// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.dbf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U16;
import org.zfcp4j.layout.U32;
import org.zfcp4j.layout.U64;
import org.zfcp4j.layout.U8;

/** Part of a recovery record about a running action. */
public final class ZfcpDbfRecRunning {
    private static final Members MEMBERS = Members.wire("zfcp_dbf_rec_running");
    /** Request that the action waits for. */
    public static final U64 FSF_REQ_ID = MEMBERS.u64("fsf_req_id");
    /** Status word of the action. */
    public static final U32 REC_STATUS = MEMBERS.u32("rec_status");
    /** Step of the action. */
    public static final U16 REC_STEP = MEMBERS.u16("rec_step");
    /** Kind of the action. */
    public static final U8 REC_ACTION = MEMBERS.u8("rec_action");
    /** Number of tries. */
    public static final U8 REC_COUNT = MEMBERS.u8("rec_count");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private ZfcpDbfRecRunning() {
    }
}
