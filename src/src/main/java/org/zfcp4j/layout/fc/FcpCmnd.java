// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Bytes;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Part;
import org.zfcp4j.layout.U32;
import org.zfcp4j.layout.U8;

/** FCP command IU: a SCSI command or a task management function on the wire. */
public final class FcpCmnd {
    private static final Members MEMBERS = Members.wire("fcp_cmnd");
    /** The LUN, see {@link ScsiLun}. */
    public static final Part FC_LUN = MEMBERS.part("fc_lun", ScsiLun.LAYOUT);
    /** Command reference number. */
    public static final U8 FC_CMDREF = MEMBERS.u8("fc_cmdref");
    /** Priority and task attribute, {@code FCP_PTA_*}. */
    public static final U8 FC_PRI_TA = MEMBERS.u8("fc_pri_ta");
    /** Task management function, {@code FCP_TMF_*}; 0 for a command. */
    public static final U8 FC_TM_FLAGS = MEMBERS.u8("fc_tm_flags");
    /** Direction, {@code FCP_CFL_*}, and additional CDB length in words in the upper six bits. */
    public static final U8 FC_FLAGS = MEMBERS.u8("fc_flags");
    /** The command descriptor block. */
    public static final Bytes FC_CDB = MEMBERS.bytes("fc_cdb", 16);
    /** Length of the data in bytes. */
    public static final U32 FC_DL = MEMBERS.u32("fc_dl");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.aligned(4);
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FcpCmnd() {
    }
}
