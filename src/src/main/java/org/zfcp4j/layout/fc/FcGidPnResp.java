// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Answer to GID_PN.
 *
 * <p>C type: {@code struct fc_gid_pn_resp}.
 */
public final class FcGidPnResp {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fc_gid_pn_resp",
                    u8("fp_resvd"),
                    bytes("fp_fid", 3));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_FP_RESVD = offset(LAYOUT, "fp_resvd");
    public static final long OFFSET_FP_FID = offset(LAYOUT, "fp_fid");

    private FcGidPnResp() {
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
