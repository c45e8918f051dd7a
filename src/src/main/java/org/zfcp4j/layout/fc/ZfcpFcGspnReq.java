// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.part;
import static org.zfcp4j.layout.Fields.struct;

import java.lang.foreign.GroupLayout;

/**
 * Request GSPN_ID as zfcp sends it: the symbolic name of a port.
 *
 * <p>C type: {@code struct zfcp_fc_gspn_req}.
 */
public final class ZfcpFcGspnReq {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("zfcp_fc_gspn_req",
                    part("ct_hdr", FcCtHdr.LAYOUT),
                    part("gspn", FcGidPnResp.LAYOUT));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_CT_HDR = offset(LAYOUT, "ct_hdr");
    public static final long OFFSET_GSPN = offset(LAYOUT, "gspn");

    private ZfcpFcGspnReq() {
    }

    /** Address of the CT header, see {@link FcCtHdr}. */
    public static long ctHdr(long struct) {
        return struct + OFFSET_CT_HDR;
    }

    /** Address of the argument, see {@link FcGidPnResp}: the same four bytes. */
    public static long gspn(long struct) {
        return struct + OFFSET_GSPN;
    }
}
