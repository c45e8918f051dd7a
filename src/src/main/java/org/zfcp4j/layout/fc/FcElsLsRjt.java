// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Reject of an extended link service.
 *
 * <p>C type: {@code struct fc_els_ls_rjt}.
 */
public final class FcElsLsRjt {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fc_els_ls_rjt",
                    u8("er_cmd"),
                    bytes("er_resv", 4),
                    u8("er_reason"),
                    u8("er_explan"),
                    u8("er_vendor"));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_ER_CMD = offset(LAYOUT, "er_cmd");
    public static final long OFFSET_ER_RESV = offset(LAYOUT, "er_resv");
    public static final long OFFSET_ER_REASON = offset(LAYOUT, "er_reason");
    public static final long OFFSET_ER_EXPLAN = offset(LAYOUT, "er_explan");
    public static final long OFFSET_ER_VENDOR = offset(LAYOUT, "er_vendor");

    private FcElsLsRjt() {
    }

    /** {@link FcConstants#ELS_LS_RJT}. */
    public static int erCmd(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_ER_CMD);
    }

    /** Sets it: see {@link #erCmd(long)}. */
    public static void erCmd(long struct, int value) {
        Memory.putByte(struct + OFFSET_ER_CMD, (byte) value);
    }

    /** Reason, {@code ELS_RJT_*}. */
    public static int erReason(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_ER_REASON);
    }

    /** Sets it: see {@link #erReason(long)}. */
    public static void erReason(long struct, int value) {
        Memory.putByte(struct + OFFSET_ER_REASON, (byte) value);
    }

    /** Explanation, {@code ELS_EXPL_*}. */
    public static int erExplan(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_ER_EXPLAN);
    }

    /** Sets it: see {@link #erExplan(long)}. */
    public static void erExplan(long struct, int value) {
        Memory.putByte(struct + OFFSET_ER_EXPLAN, (byte) value);
    }

    /** Left to the vendor. */
    public static int erVendor(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_ER_VENDOR);
    }

    /** Sets it: see {@link #erVendor(long)}. */
    public static void erVendor(long struct, int value) {
        Memory.putByte(struct + OFFSET_ER_VENDOR, (byte) value);
    }
}
