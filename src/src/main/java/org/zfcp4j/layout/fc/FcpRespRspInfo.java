// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Response information of an FCP response: how the target took the IU itself.
 *
 * <p>C type: {@code struct fcp_resp_rsp_info}.
 */
public final class FcpRespRspInfo {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fcp_resp_rsp_info",
                    bytes("_fr_resvd", 3),
                    u8("rsp_code"),
                    bytes("_fr_resvd2", 4));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_FR_RESVD = offset(LAYOUT, "_fr_resvd");
    public static final long OFFSET_RSP_CODE = offset(LAYOUT, "rsp_code");
    public static final long OFFSET_FR_RESVD2 = offset(LAYOUT, "_fr_resvd2");

    private FcpRespRspInfo() {
    }

    /** Response code, {@code FCP_TMF_*}: 0 for complete. */
    public static int rspCode(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_RSP_CODE);
    }

    /** Sets it: see {@link #rspCode(long)}. */
    public static void rspCode(long struct, int value) {
        Memory.putByte(struct + OFFSET_RSP_CODE, (byte) value);
    }
}
