// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.aligned;
import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.part;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u32;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * FCP command IU: a SCSI command or a task management function on the wire.
 *
 * <p>C type: {@code struct fcp_cmnd}.
 */
public final class FcpCmnd {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            aligned(4, struct("fcp_cmnd",
                    part("fc_lun", ScsiLun.LAYOUT),
                    u8("fc_cmdref"),
                    u8("fc_pri_ta"),
                    u8("fc_tm_flags"),
                    u8("fc_flags"),
                    bytes("fc_cdb", 16),
                    u32("fc_dl")));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_FC_LUN = offset(LAYOUT, "fc_lun");
    public static final long OFFSET_FC_CMDREF = offset(LAYOUT, "fc_cmdref");
    public static final long OFFSET_FC_PRI_TA = offset(LAYOUT, "fc_pri_ta");
    public static final long OFFSET_FC_TM_FLAGS = offset(LAYOUT, "fc_tm_flags");
    public static final long OFFSET_FC_FLAGS = offset(LAYOUT, "fc_flags");
    public static final long OFFSET_FC_CDB = offset(LAYOUT, "fc_cdb");
    public static final long OFFSET_FC_DL = offset(LAYOUT, "fc_dl");

    /** Length of {@code fc_cdb} in bytes. */
    public static final int LENGTH_FC_CDB = 16;

    private FcpCmnd() {
    }

    /** Address of the LUN, see {@link ScsiLun}. */
    public static long fcLun(long struct) {
        return struct + OFFSET_FC_LUN;
    }

    /** Command reference number. */
    public static int fcCmdref(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_FC_CMDREF);
    }

    /** Sets it: see {@link #fcCmdref(long)}. */
    public static void fcCmdref(long struct, int value) {
        Memory.putByte(struct + OFFSET_FC_CMDREF, (byte) value);
    }

    /** Priority and task attribute, {@code FCP_PTA_*}. */
    public static int fcPriTa(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_FC_PRI_TA);
    }

    /** Sets it: see {@link #fcPriTa(long)}. */
    public static void fcPriTa(long struct, int value) {
        Memory.putByte(struct + OFFSET_FC_PRI_TA, (byte) value);
    }

    /** Task management function, {@code FCP_TMF_*}; 0 for a command. */
    public static int fcTmFlags(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_FC_TM_FLAGS);
    }

    /** Sets it: see {@link #fcTmFlags(long)}. */
    public static void fcTmFlags(long struct, int value) {
        Memory.putByte(struct + OFFSET_FC_TM_FLAGS, (byte) value);
    }

    /** Direction, {@code FCP_CFL_*}, and additional CDB length in words in the upper six bits. */
    public static int fcFlags(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_FC_FLAGS);
    }

    /** Sets it: see {@link #fcFlags(long)}. */
    public static void fcFlags(long struct, int value) {
        Memory.putByte(struct + OFFSET_FC_FLAGS, (byte) value);
    }

    /** Address of the command descriptor block. */
    public static long fcCdb(long struct) {
        return struct + OFFSET_FC_CDB;
    }

    /** Length of the data in bytes. */
    public static int fcDl(long struct) {
        return Memory.getInt(struct + OFFSET_FC_DL);
    }

    /** Sets it: see {@link #fcDl(long)}. */
    public static void fcDl(long struct, int value) {
        Memory.putInt(struct + OFFSET_FC_DL, value);
    }
}
