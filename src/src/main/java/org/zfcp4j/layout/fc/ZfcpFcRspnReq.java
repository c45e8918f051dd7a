// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.part;
import static org.zfcp4j.layout.Fields.struct;

import java.lang.foreign.GroupLayout;

/**
 * Request RSPN_ID as zfcp sends it: sets the symbolic name of this port.
 *
 * <p>C type: {@code struct zfcp_fc_rspn_req}.
 */
public final class ZfcpFcRspnReq {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("zfcp_fc_rspn_req",
                    part("ct_hdr", FcCtHdr.LAYOUT),
                    part("rspn", FcNsRspn.LAYOUT),
                    bytes("name", 256));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_CT_HDR = offset(LAYOUT, "ct_hdr");
    public static final long OFFSET_RSPN = offset(LAYOUT, "rspn");
    public static final long OFFSET_NAME = offset(LAYOUT, "name");

    /** Length of {@code name} in bytes. */
    public static final int LENGTH_NAME = 256;

    private ZfcpFcRspnReq() {
    }

    /** Address of the CT header, see {@link FcCtHdr}. */
    public static long ctHdr(long struct) {
        return struct + OFFSET_CT_HDR;
    }

    /** Address of the arguments, see {@link FcNsRspn}. */
    public static long rspn(long struct) {
        return struct + OFFSET_RSPN;
    }

    /** Address of the name. */
    public static long name(long struct) {
        return struct + OFFSET_NAME;
    }
}
