// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.aligned;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u32;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Second part of an FCP response IU: lengths.
 *
 * <p>C type: {@code struct fcp_resp_ext}.
 */
public final class FcpRespExt {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            aligned(4, struct("fcp_resp_ext",
                    u32("fr_resid"),
                    u32("fr_sns_len"),
                    u32("fr_rsp_len")));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_FR_RESID = offset(LAYOUT, "fr_resid");
    public static final long OFFSET_FR_SNS_LEN = offset(LAYOUT, "fr_sns_len");
    public static final long OFFSET_FR_RSP_LEN = offset(LAYOUT, "fr_rsp_len");

    private FcpRespExt() {
    }

    /** Residual: bytes that were not transferred, or would have been needed. */
    public static int frResid(long struct) {
        return Memory.getInt(struct + OFFSET_FR_RESID);
    }

    /** Sets it: see {@link #frResid(long)}. */
    public static void frResid(long struct, int value) {
        Memory.putInt(struct + OFFSET_FR_RESID, value);
    }

    /** Length of the sense data in bytes. */
    public static int frSnsLen(long struct) {
        return Memory.getInt(struct + OFFSET_FR_SNS_LEN);
    }

    /** Sets it: see {@link #frSnsLen(long)}. */
    public static void frSnsLen(long struct, int value) {
        Memory.putInt(struct + OFFSET_FR_SNS_LEN, value);
    }

    /** Length of the response information in bytes. */
    public static int frRspLen(long struct) {
        return Memory.getInt(struct + OFFSET_FR_RSP_LEN);
    }

    /** Sets it: see {@link #frRspLen(long)}. */
    public static void frRspLen(long struct, int value) {
        Memory.putInt(struct + OFFSET_FR_RSP_LEN, value);
    }
}
