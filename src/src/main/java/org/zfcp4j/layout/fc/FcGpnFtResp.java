// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.aligned;
import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u32;
import static org.zfcp4j.layout.Fields.u64;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Entry of the answer to GPN_FT: a port that speaks the type.
 *
 * <p>C type: {@code struct fc_gpn_ft_resp}.
 */
public final class FcGpnFtResp {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            aligned(8, struct("fc_gpn_ft_resp",
                    u8("fp_flags"),
                    bytes("fp_fid", 3),
                    u32("fp_resvd"),
                    u64("fp_wwpn")));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_FP_FLAGS = offset(LAYOUT, "fp_flags");
    public static final long OFFSET_FP_FID = offset(LAYOUT, "fp_fid");
    public static final long OFFSET_FP_RESVD = offset(LAYOUT, "fp_resvd");
    public static final long OFFSET_FP_WWPN = offset(LAYOUT, "fp_wwpn");

    private FcGpnFtResp() {
    }

    /** {@link FcConstants#FC_NS_FID_LAST} marks the last entry. */
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

    /** World-wide port name. */
    public static long fpWwpn(long struct) {
        return Memory.getLong(struct + OFFSET_FP_WWPN);
    }

    /** Sets it: see {@link #fpWwpn(long)}. */
    public static void fpWwpn(long struct, long value) {
        Memory.putLong(struct + OFFSET_FP_WWPN, value);
    }
}
