// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Part;

/** Response to GID_PN. */
public final class ZfcpFcGidPnRsp {
    private static final Members MEMBERS = Members.wire("zfcp_fc_gid_pn_rsp");
    /** The CT header, see {@link FcCtHdr}. */
    public static final Part CT_HDR = MEMBERS.part("ct_hdr", FcCtHdr.LAYOUT);
    /** The answer, see {@link FcGidPnResp}. */
    public static final Part GID_PN = MEMBERS.part("gid_pn", FcGidPnResp.LAYOUT);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private ZfcpFcGidPnRsp() {
    }
}
