// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Part;

/** Request GSPN_ID as zfcp sends it: the symbolic name of a port. */
public final class ZfcpFcGspnReq {
    private static final Members MEMBERS = Members.wire("zfcp_fc_gspn_req");
    /** The CT header, see {@link FcCtHdr}. */
    public static final Part CT_HDR = MEMBERS.part("ct_hdr", FcCtHdr.LAYOUT);
    /** The argument, see {@link FcGidPnResp}: the same four bytes. */
    public static final Part GSPN = MEMBERS.part("gspn", FcGidPnResp.LAYOUT);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private ZfcpFcGspnReq() {
    }
}
