// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Bytes;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U24;
import org.zfcp4j.layout.U32;
import org.zfcp4j.layout.U64;
import org.zfcp4j.layout.U8;

/** Bottom of a QTCB that opens and closes ports and LUNs, aborts, or carries CT and ELS requests. */
public final class FsfQtcbBottomSupport {
    private static final Members MEMBERS = Members.device("fsf_qtcb_bottom_support");
    /** Variant of the command. */
    public static final U32 OPERATION_SUBTYPE = MEMBERS.u32("operation_subtype");
    /** Fibre Channel address of the remote port, 24 bits. */
    public static final U24 D_ID = MEMBERS.reserved("res1", 13).u24("d_id");
    /** Options of the command, such as {@link FsfConstants#FSF_OPEN_LUN_SUPPRESS_BOXING}. */
    public static final U32 OPTION = MEMBERS.u32("option");
    /** LUN to open. */
    public static final U64 FCP_LUN = MEMBERS.u64("fcp_lun");
    /** Id of the request to abort. */
    public static final U64 REQ_HANDLE = MEMBERS.reserved64("res2").u64("req_handle");
    /** Fibre Channel class of service. */
    public static final U32 SERVICE_CLASS = MEMBERS.u32("service_class");
    /** Time limit of a CT or ELS request in seconds. */
    public static final U8 TIMEOUT = MEMBERS.reserved("res3", 3).u8("timeout");
    /** Access to the LUN that the channel granted. */
    public static final U32 LUN_ACCESS_INFO = MEMBERS.u32("lun_access_info");
    /** How the port is connected: security of the connection, {@code FSF_FC_SECURITY_*}. */
    public static final U32 CONNECTION_INFO = MEMBERS.u32("connection_info");
    /** Length of the first received ELS payload in bytes. */
    public static final U32 ELS1_LENGTH = MEMBERS.reserved("res4", 176).u32("els1_length");
    /** Length of the second received ELS payload in bytes. */
    public static final U32 ELS2_LENGTH = MEMBERS.u32("els2_length");
    /** Length of a CT or ELS request in bytes. */
    public static final U32 REQ_BUF_LENGTH = MEMBERS.u32("req_buf_length");
    /** Length of the room for its response in bytes. */
    public static final U32 RESP_BUF_LENGTH = MEMBERS.u32("resp_buf_length");
    /**
     * Received ELS payload; after opening a port, the answer to PLOGI ({@link
     * org.zfcp4j.layout.fc.FcElsFlogi}).
     */
    public static final Bytes ELS = MEMBERS.bytes("els", 256);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FsfQtcbBottomSupport() {
    }
}
