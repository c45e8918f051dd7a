// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.dbf;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.part;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u16;
import static org.zfcp4j.layout.Fields.u32;
import static org.zfcp4j.layout.Fields.u64;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fc.FcpRespWithExt;

/**
 * Trace record of SCSI commands and task management functions.
 *
 * <p>C type: {@code struct zfcp_dbf_scsi}.
 */
public final class ZfcpDbfScsi {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("zfcp_dbf_scsi",
                    u8("id"),
                    bytes("tag", 7),
                    u32("scsi_id"),
                    u32("scsi_lun"),
                    u32("scsi_result"),
                    u8("scsi_retries"),
                    u8("scsi_allowed"),
                    u8("fcp_rsp_info"),
                    bytes("scsi_opcode", 16),
                    u64("fsf_req_id"),
                    u64("host_scribble"),
                    u16("pl_len"),
                    part("fcp_rsp", FcpRespWithExt.LAYOUT),
                    u32("scsi_lun_64_hi"));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_ID = offset(LAYOUT, "id");
    public static final long OFFSET_TAG = offset(LAYOUT, "tag");
    public static final long OFFSET_SCSI_ID = offset(LAYOUT, "scsi_id");
    public static final long OFFSET_SCSI_LUN = offset(LAYOUT, "scsi_lun");
    public static final long OFFSET_SCSI_RESULT = offset(LAYOUT, "scsi_result");
    public static final long OFFSET_SCSI_RETRIES = offset(LAYOUT, "scsi_retries");
    public static final long OFFSET_SCSI_ALLOWED = offset(LAYOUT, "scsi_allowed");
    public static final long OFFSET_FCP_RSP_INFO = offset(LAYOUT, "fcp_rsp_info");
    public static final long OFFSET_SCSI_OPCODE = offset(LAYOUT, "scsi_opcode");
    public static final long OFFSET_FSF_REQ_ID = offset(LAYOUT, "fsf_req_id");
    public static final long OFFSET_HOST_SCRIBBLE = offset(LAYOUT, "host_scribble");
    public static final long OFFSET_PL_LEN = offset(LAYOUT, "pl_len");
    public static final long OFFSET_FCP_RSP = offset(LAYOUT, "fcp_rsp");
    public static final long OFFSET_SCSI_LUN_64_HI = offset(LAYOUT, "scsi_lun_64_hi");

    /** Length of {@code tag} in bytes. */
    public static final int LENGTH_TAG = 7;

    /** Length of {@code scsi_opcode} in bytes. */
    public static final int LENGTH_SCSI_OPCODE = 16;

    private ZfcpDbfScsi() {
    }

    /** Kind of record: which of the forms that share this layout. */
    public static int id(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_ID);
    }

    /** Sets it: see {@link #id(long)}. */
    public static void id(long struct, int value) {
        Memory.putByte(struct + OFFSET_ID, (byte) value);
    }

    /** Address of the tag: seven ASCII characters without terminator that name the call site. */
    public static long tag(long struct) {
        return struct + OFFSET_TAG;
    }

    /** SCSI target number. */
    public static int scsiId(long struct) {
        return Memory.getInt(struct + OFFSET_SCSI_ID);
    }

    /** Sets it: see {@link #scsiId(long)}. */
    public static void scsiId(long struct, int value) {
        Memory.putInt(struct + OFFSET_SCSI_ID, value);
    }

    /** Lower half of the SCSI LUN. */
    public static int scsiLun(long struct) {
        return Memory.getInt(struct + OFFSET_SCSI_LUN);
    }

    /** Sets it: see {@link #scsiLun(long)}. */
    public static void scsiLun(long struct, int value) {
        Memory.putInt(struct + OFFSET_SCSI_LUN, value);
    }

    /** Result of the command. */
    public static int scsiResult(long struct) {
        return Memory.getInt(struct + OFFSET_SCSI_RESULT);
    }

    /** Sets it: see {@link #scsiResult(long)}. */
    public static void scsiResult(long struct, int value) {
        Memory.putInt(struct + OFFSET_SCSI_RESULT, value);
    }

    /** Retries so far. */
    public static int scsiRetries(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_SCSI_RETRIES);
    }

    /** Sets it: see {@link #scsiRetries(long)}. */
    public static void scsiRetries(long struct, int value) {
        Memory.putByte(struct + OFFSET_SCSI_RETRIES, (byte) value);
    }

    /** Retries allowed. */
    public static int scsiAllowed(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_SCSI_ALLOWED);
    }

    /** Sets it: see {@link #scsiAllowed(long)}. */
    public static void scsiAllowed(long struct, int value) {
        Memory.putByte(struct + OFFSET_SCSI_ALLOWED, (byte) value);
    }

    /** Response code of the FCP response. */
    public static int fcpRspInfo(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_FCP_RSP_INFO);
    }

    /** Sets it: see {@link #fcpRspInfo(long)}. */
    public static void fcpRspInfo(long struct, int value) {
        Memory.putByte(struct + OFFSET_FCP_RSP_INFO, (byte) value);
    }

    /** Address of the start of the command descriptor block. */
    public static long scsiOpcode(long struct) {
        return struct + OFFSET_SCSI_OPCODE;
    }

    /** Request id. */
    public static long fsfReqId(long struct) {
        return Memory.getLong(struct + OFFSET_FSF_REQ_ID);
    }

    /** Sets it: see {@link #fsfReqId(long)}. */
    public static void fsfReqId(long struct, long value) {
        Memory.putLong(struct + OFFSET_FSF_REQ_ID, value);
    }

    /** What the driver keeps in the command: the request id while it is pending. */
    public static long hostScribble(long struct) {
        return Memory.getLong(struct + OFFSET_HOST_SCRIBBLE);
    }

    /** Sets it: see {@link #hostScribble(long)}. */
    public static void hostScribble(long struct, long value) {
        Memory.putLong(struct + OFFSET_HOST_SCRIBBLE, value);
    }

    /** Length of the whole FCP response in bytes. */
    public static int plLen(long struct) {
        return Memory.getUnsignedShort(struct + OFFSET_PL_LEN);
    }

    /** Sets it: see {@link #plLen(long)}. */
    public static void plLen(long struct, int value) {
        Memory.putShort(struct + OFFSET_PL_LEN, (short) value);
    }

    /** Address of the FCP response, see {@link org.zfcp4j.layout.fc.FcpRespWithExt}. */
    public static long fcpRsp(long struct) {
        return struct + OFFSET_FCP_RSP;
    }

    /** Upper half of the SCSI LUN. */
    public static int scsiLun64Hi(long struct) {
        return Memory.getInt(struct + OFFSET_SCSI_LUN_64_HI);
    }

    /** Sets it: see {@link #scsiLun64Hi(long)}. */
    public static void scsiLun64Hi(long struct, int value) {
        Memory.putInt(struct + OFFSET_SCSI_LUN_64_HI, value);
    }
}
