// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.part;
import static org.zfcp4j.layout.Fields.struct;

import java.lang.foreign.GroupLayout;

/**
 * Request GPN_FT as zfcp sends it: names and addresses of all ports that speak FCP.
 *
 * <p>C type: {@code struct zfcp_fc_gpn_ft_req}.
 */
public final class ZfcpFcGpnFtReq {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("zfcp_fc_gpn_ft_req",
                    part("ct_hdr", FcCtHdr.LAYOUT),
                    part("gpn_ft", FcNsGidFt.LAYOUT));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_CT_HDR = offset(LAYOUT, "ct_hdr");
    public static final long OFFSET_GPN_FT = offset(LAYOUT, "gpn_ft");

    private ZfcpFcGpnFtReq() {
    }

    /** Address of the CT header, see {@link FcCtHdr}. */
    public static long ctHdr(long struct) {
        return struct + OFFSET_CT_HDR;
    }

    /** Address of the argument, see {@link FcNsGidFt}. */
    public static long gpnFt(long struct) {
        return struct + OFFSET_GPN_FT;
    }
}
