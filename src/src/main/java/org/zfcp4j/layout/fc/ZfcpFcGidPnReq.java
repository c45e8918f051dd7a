// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Part;

/** Request GID_PN as zfcp sends it: port address by world-wide port name. */
public final class ZfcpFcGidPnReq {
    private static final Members MEMBERS = Members.wire("zfcp_fc_gid_pn_req");
    /** The CT header, see {@link FcCtHdr}. */
    public static final Part CT_HDR = MEMBERS.part("ct_hdr", FcCtHdr.LAYOUT);
    /** The argument, see {@link FcNsGidPn}. */
    public static final Part GID_PN = MEMBERS.part("gid_pn", FcNsGidPn.LAYOUT);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private ZfcpFcGidPnReq() {
    }
}
