// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.dbf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Bytes;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Part;
import org.zfcp4j.layout.U32;
import org.zfcp4j.layout.U64;
import org.zfcp4j.layout.U8;

/** Trace record of error recovery. */
public final class ZfcpDbfRec {
    private static final Members MEMBERS = Members.wire("zfcp_dbf_rec");
    /** Kind of record: which of the forms that share this layout. */
    public static final U8 ID = MEMBERS.u8("id");
    /** The tag: seven ASCII characters without terminator that name the call site. */
    public static final Bytes TAG = MEMBERS.bytes("tag", 7);
    /** LUN, or {@code ZFCP_DBF_INVALID_LUN}. */
    public static final U64 LUN = MEMBERS.u64("lun");
    /** World-wide port name, or 0. */
    public static final U64 WWPN = MEMBERS.u64("wwpn");
    /** Fibre Channel address of the port. */
    public static final U32 D_ID = MEMBERS.u32("d_id");
    /** Status word of the adapter. */
    public static final U32 ADAPTER_STATUS = MEMBERS.u32("adapter_status");
    /** Status word of the port. */
    public static final U32 PORT_STATUS = MEMBERS.u32("port_status");
    /** Status word of the LUN. */
    public static final U32 LUN_STATUS = MEMBERS.u32("lun_status");
    private static final Members U = MEMBERS.union("u");
    /** The triggered form, see {@link ZfcpDbfRecTrigger}. */
    public static final Part TRIG = U.part("trig", ZfcpDbfRecTrigger.LAYOUT);
    /** The running form, see {@link ZfcpDbfRecRunning}. */
    public static final Part RUN = U.part("run", ZfcpDbfRecRunning.LAYOUT);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private ZfcpDbfRec() {
    }
}
