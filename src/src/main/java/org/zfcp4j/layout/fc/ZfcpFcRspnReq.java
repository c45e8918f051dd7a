// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Bytes;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Part;

/** Request RSPN_ID as zfcp sends it: sets the symbolic name of this port. */
public final class ZfcpFcRspnReq {
    private static final Members MEMBERS = Members.wire("zfcp_fc_rspn_req");
    /** The CT header, see {@link FcCtHdr}. */
    public static final Part CT_HDR = MEMBERS.part("ct_hdr", FcCtHdr.LAYOUT);
    /** The arguments, see {@link FcNsRspn}. */
    public static final Part RSPN = MEMBERS.part("rspn", FcNsRspn.LAYOUT);
    /** The name. */
    public static final Bytes NAME = MEMBERS.bytes("name", 256);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private ZfcpFcRspnReq() {
    }
}
