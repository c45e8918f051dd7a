// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U32;

/** Second part of an FCP response IU: lengths. */
public final class FcpRespExt {
    private static final Members MEMBERS = Members.wire("fcp_resp_ext");
    /** Residual: bytes that were not transferred, or would have been needed. */
    public static final U32 FR_RESID = MEMBERS.u32("fr_resid");
    /** Length of the sense data in bytes. */
    public static final U32 FR_SNS_LEN = MEMBERS.u32("fr_sns_len");
    /** Length of the response information in bytes. */
    public static final U32 FR_RSP_LEN = MEMBERS.u32("fr_rsp_len");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.aligned(4);
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FcpRespExt() {
    }
}
