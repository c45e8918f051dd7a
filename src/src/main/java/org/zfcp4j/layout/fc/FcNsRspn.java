// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.part;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Arguments of RSPN_ID: sets a symbolic port name, its characters right behind.
 *
 * <p>C type: {@code struct fc_ns_rspn}.
 */
public final class FcNsRspn {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fc_ns_rspn",
                    part("fr_fid", FcNsFid.LAYOUT),
                    u8("fr_name_len"),
                    bytes("fr_name", 0));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_FR_FID = offset(LAYOUT, "fr_fid");
    public static final long OFFSET_FR_NAME_LEN = offset(LAYOUT, "fr_name_len");
    public static final long OFFSET_FR_NAME = offset(LAYOUT, "fr_name");

    private FcNsRspn() {
    }

    /** Address of the port address, see {@link FcNsFid}. */
    public static long frFid(long struct) {
        return struct + OFFSET_FR_FID;
    }

    /** Length of the name in bytes. */
    public static int frNameLen(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_FR_NAME_LEN);
    }

    /** Sets it: see {@link #frNameLen(long)}. */
    public static void frNameLen(long struct, int value) {
        Memory.putByte(struct + OFFSET_FR_NAME_LEN, (byte) value);
    }

    /** Address of the name. */
    public static long frName(long struct) {
        return struct + OFFSET_FR_NAME;
    }
}
