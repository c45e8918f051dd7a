// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.dbf;

import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u16;
import static org.zfcp4j.layout.Fields.u32;
import static org.zfcp4j.layout.Fields.u64;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Part of a recovery record that tells a running action.
 *
 * <p>C type: {@code struct zfcp_dbf_rec_running}.
 */
public final class ZfcpDbfRecRunning {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("zfcp_dbf_rec_running",
                    u64("fsf_req_id"),
                    u32("rec_status"),
                    u16("rec_step"),
                    u8("rec_action"),
                    u8("rec_count"));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_FSF_REQ_ID = offset(LAYOUT, "fsf_req_id");
    public static final long OFFSET_REC_STATUS = offset(LAYOUT, "rec_status");
    public static final long OFFSET_REC_STEP = offset(LAYOUT, "rec_step");
    public static final long OFFSET_REC_ACTION = offset(LAYOUT, "rec_action");
    public static final long OFFSET_REC_COUNT = offset(LAYOUT, "rec_count");

    private ZfcpDbfRecRunning() {
    }

    /** Request that the action waits for. */
    public static long fsfReqId(long struct) {
        return Memory.getLong(struct + OFFSET_FSF_REQ_ID);
    }

    /** Sets it: see {@link #fsfReqId(long)}. */
    public static void fsfReqId(long struct, long value) {
        Memory.putLong(struct + OFFSET_FSF_REQ_ID, value);
    }

    /** Status word of the action. */
    public static int recStatus(long struct) {
        return Memory.getInt(struct + OFFSET_REC_STATUS);
    }

    /** Sets it: see {@link #recStatus(long)}. */
    public static void recStatus(long struct, int value) {
        Memory.putInt(struct + OFFSET_REC_STATUS, value);
    }

    /** Step of the action. */
    public static int recStep(long struct) {
        return Memory.getUnsignedShort(struct + OFFSET_REC_STEP);
    }

    /** Sets it: see {@link #recStep(long)}. */
    public static void recStep(long struct, int value) {
        Memory.putShort(struct + OFFSET_REC_STEP, (short) value);
    }

    /** Kind of the action. */
    public static int recAction(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_REC_ACTION);
    }

    /** Sets it: see {@link #recAction(long)}. */
    public static void recAction(long struct, int value) {
        Memory.putByte(struct + OFFSET_REC_ACTION, (byte) value);
    }

    /** Number of tries. */
    public static int recCount(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_REC_COUNT);
    }

    /** Sets it: see {@link #recCount(long)}. */
    public static void recCount(long struct, int value) {
        Memory.putByte(struct + OFFSET_REC_COUNT, (byte) value);
    }
}
