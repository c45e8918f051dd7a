// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.part;
import static org.zfcp4j.layout.Fields.struct;

import java.lang.foreign.GroupLayout;

/**
 * Request GID_PN as zfcp sends it: port address by world-wide port name.
 *
 * <p>C type: {@code struct zfcp_fc_gid_pn_req}.
 */
public final class ZfcpFcGidPnReq {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("zfcp_fc_gid_pn_req",
                    part("ct_hdr", FcCtHdr.LAYOUT),
                    part("gid_pn", FcNsGidPn.LAYOUT));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_CT_HDR = offset(LAYOUT, "ct_hdr");
    public static final long OFFSET_GID_PN = offset(LAYOUT, "gid_pn");

    private ZfcpFcGidPnReq() {
    }

    /** Address of the CT header, see {@link FcCtHdr}. */
    public static long ctHdr(long struct) {
        return struct + OFFSET_CT_HDR;
    }

    /** Address of the argument, see {@link FcNsGidPn}. */
    public static long gidPn(long struct) {
        return struct + OFFSET_GID_PN;
    }
}
