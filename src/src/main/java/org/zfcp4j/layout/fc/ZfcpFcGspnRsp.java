// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.part;
import static org.zfcp4j.layout.Fields.struct;

import java.lang.foreign.GroupLayout;

/**
 * Response to GSPN_ID with room for the longest name.
 *
 * <p>C type: {@code struct zfcp_fc_gspn_rsp}.
 */
public final class ZfcpFcGspnRsp {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("zfcp_fc_gspn_rsp",
                    part("ct_hdr", FcCtHdr.LAYOUT),
                    part("gspn", FcGspnResp.LAYOUT),
                    bytes("name", 256));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_CT_HDR = offset(LAYOUT, "ct_hdr");
    public static final long OFFSET_GSPN = offset(LAYOUT, "gspn");
    public static final long OFFSET_NAME = offset(LAYOUT, "name");

    /** Length of {@code name} in bytes. */
    public static final int LENGTH_NAME = 256;

    private ZfcpFcGspnRsp() {
    }

    /** Address of the CT header, see {@link FcCtHdr}. */
    public static long ctHdr(long struct) {
        return struct + OFFSET_CT_HDR;
    }

    /** Address of the answer, see {@link FcGspnResp}. */
    public static long gspn(long struct) {
        return struct + OFFSET_GSPN;
    }

    /** Address of the name. */
    public static long name(long struct) {
        return struct + OFFSET_NAME;
    }
}
