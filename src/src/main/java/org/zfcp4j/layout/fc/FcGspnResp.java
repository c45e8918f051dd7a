// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Answer to GSPN_ID: a symbolic port name, its characters right behind.
 *
 * <p>C type: {@code struct fc_gspn_resp}.
 */
public final class FcGspnResp {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fc_gspn_resp",
                    u8("fp_name_len"),
                    bytes("fp_name", 0));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_FP_NAME_LEN = offset(LAYOUT, "fp_name_len");
    public static final long OFFSET_FP_NAME = offset(LAYOUT, "fp_name");

    private FcGspnResp() {
    }

    /** Length of the name in bytes. */
    public static int fpNameLen(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_FP_NAME_LEN);
    }

    /** Sets it: see {@link #fpNameLen(long)}. */
    public static void fpNameLen(long struct, int value) {
        Memory.putByte(struct + OFFSET_FP_NAME_LEN, (byte) value);
    }

    /** Address of the name. */
    public static long fpName(long struct) {
        return struct + OFFSET_FP_NAME;
    }
}
