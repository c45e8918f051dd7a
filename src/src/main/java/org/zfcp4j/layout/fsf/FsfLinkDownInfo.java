// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u32;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.DeviceMemory;
import org.zfcp4j.layout.Memory;

/**
 * Why the link is down.
 *
 * <p>C type: {@code struct fsf_link_down_info}.
 */
public final class FsfLinkDownInfo {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fsf_link_down_info",
                    u32("error_code"),
                    u32("res1"),
                    bytes("res2", 2),
                    u8("primary_status"),
                    u8("ioerr_code"),
                    u8("action_code"),
                    u8("reason_code"),
                    u8("explanation_code"),
                    u8("vendor_specific_code"));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_ERROR_CODE = offset(LAYOUT, "error_code");
    public static final long OFFSET_RES1 = offset(LAYOUT, "res1");
    public static final long OFFSET_RES2 = offset(LAYOUT, "res2");
    public static final long OFFSET_PRIMARY_STATUS = offset(LAYOUT, "primary_status");
    public static final long OFFSET_IOERR_CODE = offset(LAYOUT, "ioerr_code");
    public static final long OFFSET_ACTION_CODE = offset(LAYOUT, "action_code");
    public static final long OFFSET_REASON_CODE = offset(LAYOUT, "reason_code");
    public static final long OFFSET_EXPLANATION_CODE = offset(LAYOUT, "explanation_code");
    public static final long OFFSET_VENDOR_SPECIFIC_CODE = offset(LAYOUT, "vendor_specific_code");

    private FsfLinkDownInfo() {
    }

    /** Reason, {@code FSF_PSQ_LINK_*}. */
    public static int errorCode(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_ERROR_CODE);
    }

    /** Sets it: see {@link #errorCode(long)}. */
    public static void errorCode(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_ERROR_CODE, value);
    }

    /** Primary status of the I/O error that caused it. */
    public static int primaryStatus(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_PRIMARY_STATUS);
    }

    /** Sets it: see {@link #primaryStatus(long)}. */
    public static void primaryStatus(long struct, int value) {
        Memory.putByte(struct + OFFSET_PRIMARY_STATUS, (byte) value);
    }

    /** I/O error code. */
    public static int ioerrCode(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_IOERR_CODE);
    }

    /** Sets it: see {@link #ioerrCode(long)}. */
    public static void ioerrCode(long struct, int value) {
        Memory.putByte(struct + OFFSET_IOERR_CODE, (byte) value);
    }

    /** Action code of a fabric rejection. */
    public static int actionCode(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_ACTION_CODE);
    }

    /** Sets it: see {@link #actionCode(long)}. */
    public static void actionCode(long struct, int value) {
        Memory.putByte(struct + OFFSET_ACTION_CODE, (byte) value);
    }

    /** Reason code of a fabric rejection. */
    public static int reasonCode(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_REASON_CODE);
    }

    /** Sets it: see {@link #reasonCode(long)}. */
    public static void reasonCode(long struct, int value) {
        Memory.putByte(struct + OFFSET_REASON_CODE, (byte) value);
    }

    /** Explanation of the reason code. */
    public static int explanationCode(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_EXPLANATION_CODE);
    }

    /** Sets it: see {@link #explanationCode(long)}. */
    public static void explanationCode(long struct, int value) {
        Memory.putByte(struct + OFFSET_EXPLANATION_CODE, (byte) value);
    }

    /** Left to the vendor of the fabric. */
    public static int vendorSpecificCode(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_VENDOR_SPECIFIC_CODE);
    }

    /** Sets it: see {@link #vendorSpecificCode(long)}. */
    public static void vendorSpecificCode(long struct, int value) {
        Memory.putByte(struct + OFFSET_VENDOR_SPECIFIC_CODE, (byte) value);
    }
}
