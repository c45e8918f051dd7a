// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U8;

/** Response information of an FCP response: how the target took the IU itself. */
public final class FcpRespRspInfo {
    private static final Members MEMBERS = Members.wire("fcp_resp_rsp_info");
    /** Response code, {@code FCP_TMF_*}: 0 for complete. */
    public static final U8 RSP_CODE = MEMBERS.reserved("_fr_resvd", 3).u8("rsp_code");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.reserved("_fr_resvd2", 4).layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FcpRespRspInfo() {
    }
}
