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
import static org.zfcp4j.layout.Fields.union;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fsf.FsfBitErrorPayload;

/**
 * Trace record of what the channel answered or announced.
 *
 * <p>C type: {@code struct zfcp_dbf_hba}.
 */
public final class ZfcpDbfHba {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("zfcp_dbf_hba",
                    u8("id"),
                    bytes("tag", 7),
                    u64("fsf_req_id"),
                    u32("fsf_req_status"),
                    u32("fsf_cmd"),
                    u32("fsf_seq_no"),
                    u16("pl_len"),
                    union("u",
                            part("res", ZfcpDbfHbaRes.LAYOUT),
                            part("uss", ZfcpDbfHbaUss.LAYOUT),
                            part("be", FsfBitErrorPayload.LAYOUT),
                            part("fces", ZfcpDbfHbaFces.LAYOUT)));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_ID = offset(LAYOUT, "id");
    public static final long OFFSET_TAG = offset(LAYOUT, "tag");
    public static final long OFFSET_FSF_REQ_ID = offset(LAYOUT, "fsf_req_id");
    public static final long OFFSET_FSF_REQ_STATUS = offset(LAYOUT, "fsf_req_status");
    public static final long OFFSET_FSF_CMD = offset(LAYOUT, "fsf_cmd");
    public static final long OFFSET_FSF_SEQ_NO = offset(LAYOUT, "fsf_seq_no");
    public static final long OFFSET_PL_LEN = offset(LAYOUT, "pl_len");
    public static final long OFFSET_RES = offset(LAYOUT, "u", "res");
    public static final long OFFSET_USS = offset(LAYOUT, "u", "uss");
    public static final long OFFSET_BE = offset(LAYOUT, "u", "be");
    public static final long OFFSET_FCES = offset(LAYOUT, "u", "fces");

    /** Length of {@code tag} in bytes. */
    public static final int LENGTH_TAG = 7;

    private ZfcpDbfHba() {
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

    /** Request id. */
    public static long fsfReqId(long struct) {
        return Memory.getLong(struct + OFFSET_FSF_REQ_ID);
    }

    /** Sets it: see {@link #fsfReqId(long)}. */
    public static void fsfReqId(long struct, long value) {
        Memory.putLong(struct + OFFSET_FSF_REQ_ID, value);
    }

    /** Status word of the request. */
    public static int fsfReqStatus(long struct) {
        return Memory.getInt(struct + OFFSET_FSF_REQ_STATUS);
    }

    /** Sets it: see {@link #fsfReqStatus(long)}. */
    public static void fsfReqStatus(long struct, int value) {
        Memory.putInt(struct + OFFSET_FSF_REQ_STATUS, value);
    }

    /** FSF command. */
    public static int fsfCmd(long struct) {
        return Memory.getInt(struct + OFFSET_FSF_CMD);
    }

    /** Sets it: see {@link #fsfCmd(long)}. */
    public static void fsfCmd(long struct, int value) {
        Memory.putInt(struct + OFFSET_FSF_CMD, value);
    }

    /** Sequence number of the request. */
    public static int fsfSeqNo(long struct) {
        return Memory.getInt(struct + OFFSET_FSF_SEQ_NO);
    }

    /** Sets it: see {@link #fsfSeqNo(long)}. */
    public static void fsfSeqNo(long struct, int value) {
        Memory.putInt(struct + OFFSET_FSF_SEQ_NO, value);
    }

    /** Length of what goes to {@link ZfcpDbfPay} records, in bytes. */
    public static int plLen(long struct) {
        return Memory.getUnsignedShort(struct + OFFSET_PL_LEN);
    }

    /** Sets it: see {@link #plLen(long)}. */
    public static void plLen(long struct, int value) {
        Memory.putShort(struct + OFFSET_PL_LEN, (short) value);
    }

    /** Address of the response form, see {@link ZfcpDbfHbaRes}. */
    public static long res(long struct) {
        return struct + OFFSET_RES;
    }

    /** Address of the unsolicited-status form, see {@link ZfcpDbfHbaUss}. */
    public static long uss(long struct) {
        return struct + OFFSET_USS;
    }

    /** Address of the bit-error form, see {@link org.zfcp4j.layout.fsf.FsfBitErrorPayload}. */
    public static long be(long struct) {
        return struct + OFFSET_BE;
    }

    /** Address of the endpoint-security form, see {@link ZfcpDbfHbaFces}. */
    public static long fces(long struct) {
        return struct + OFFSET_FCES;
    }
}
