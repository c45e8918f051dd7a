// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Part;

/** Request GPN_FT as zfcp sends it: names and addresses of all ports that speak FCP. */
public final class ZfcpFcGpnFtReq {
    private static final Members MEMBERS = Members.wire("zfcp_fc_gpn_ft_req");
    /** The CT header, see {@link FcCtHdr}. */
    public static final Part CT_HDR = MEMBERS.part("ct_hdr", FcCtHdr.LAYOUT);
    /** The argument, see {@link FcNsGidFt}. */
    public static final Part GPN_FT = MEMBERS.part("gpn_ft", FcNsGidFt.LAYOUT);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private ZfcpFcGpnFtReq() {
    }
}
