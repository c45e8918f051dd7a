// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Port address with flags, as the name server writes it.
 *
 * <p>C type: {@code struct fc_ns_fid}.
 */
public final class FcNsFid {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fc_ns_fid",
                    u8("fp_flags"),
                    bytes("fp_fid", 3));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_FP_FLAGS = offset(LAYOUT, "fp_flags");
    public static final long OFFSET_FP_FID = offset(LAYOUT, "fp_fid");

    private FcNsFid() {
    }

    /** {@link FcConstants#FC_NS_FID_LAST} marks the last entry of a list. */
    public static int fpFlags(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_FP_FLAGS);
    }

    /** Sets it: see {@link #fpFlags(long)}. */
    public static void fpFlags(long struct, int value) {
        Memory.putByte(struct + OFFSET_FP_FLAGS, (byte) value);
    }

    /** Fibre Channel address, 24 bits. */
    public static int fpFid(long struct) {
        return Memory.get24(struct + OFFSET_FP_FID);
    }

    /** Sets it: see {@link #fpFid(long)}. */
    public static void fpFid(long struct, int value) {
        Memory.put24(struct + OFFSET_FP_FID, value);
    }
}
