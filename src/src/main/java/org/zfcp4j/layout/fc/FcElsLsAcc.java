// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Accept of an extended link service.
 *
 * <p>C type: {@code struct fc_els_ls_acc}.
 */
public final class FcElsLsAcc {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fc_els_ls_acc",
                    u8("la_cmd"),
                    bytes("la_resv", 3));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_LA_CMD = offset(LAYOUT, "la_cmd");
    public static final long OFFSET_LA_RESV = offset(LAYOUT, "la_resv");

    private FcElsLsAcc() {
    }

    /** {@link FcConstants#ELS_LS_ACC}. */
    public static int laCmd(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_LA_CMD);
    }

    /** Sets it: see {@link #laCmd(long)}. */
    public static void laCmd(long struct, int value) {
        Memory.putByte(struct + OFFSET_LA_CMD, (byte) value);
    }
}
