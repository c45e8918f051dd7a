// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.dbf;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u16;
import static org.zfcp4j.layout.Fields.u32;
import static org.zfcp4j.layout.Fields.u64;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Trace record of CT and ELS traffic.
 *
 * <p>C type: {@code struct zfcp_dbf_san}.
 */
public final class ZfcpDbfSan {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("zfcp_dbf_san",
                    u8("id"),
                    bytes("tag", 7),
                    u64("fsf_req_id"),
                    u32("d_id"),
                    bytes("payload", 48),
                    u16("pl_len"));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_ID = offset(LAYOUT, "id");
    public static final long OFFSET_TAG = offset(LAYOUT, "tag");
    public static final long OFFSET_FSF_REQ_ID = offset(LAYOUT, "fsf_req_id");
    public static final long OFFSET_D_ID = offset(LAYOUT, "d_id");
    public static final long OFFSET_PAYLOAD = offset(LAYOUT, "payload");
    public static final long OFFSET_PL_LEN = offset(LAYOUT, "pl_len");

    /** Length of {@code tag} in bytes. */
    public static final int LENGTH_TAG = 7;

    /** Length of {@code payload} in bytes. */
    public static final int LENGTH_PAYLOAD = 48;

    private ZfcpDbfSan() {
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

    /** Fibre Channel address of the other side. */
    public static int dId(long struct) {
        return Memory.getInt(struct + OFFSET_D_ID);
    }

    /** Sets it: see {@link #dId(long)}. */
    public static void dId(long struct, int value) {
        Memory.putInt(struct + OFFSET_D_ID, value);
    }

    /** Address of the start of the payload; the rest goes to {@link ZfcpDbfPay} records. */
    public static long payload(long struct) {
        return struct + OFFSET_PAYLOAD;
    }

    /** Length of the whole payload in bytes. */
    public static int plLen(long struct) {
        return Memory.getUnsignedShort(struct + OFFSET_PL_LEN);
    }

    /** Sets it: see {@link #plLen(long)}. */
    public static void plLen(long struct, int value) {
        Memory.putShort(struct + OFFSET_PL_LEN, (short) value);
    }
}
