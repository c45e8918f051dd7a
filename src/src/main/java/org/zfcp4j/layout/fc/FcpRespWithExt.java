// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.aligned;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.part;
import static org.zfcp4j.layout.Fields.struct;

import java.lang.foreign.GroupLayout;

/**
 * FCP response IU up to where optional response information and sense data begin.
 *
 * <p>C type: {@code struct fcp_resp_with_ext}.
 */
public final class FcpRespWithExt {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            aligned(4, struct("fcp_resp_with_ext",
                    part("resp", FcpResp.LAYOUT),
                    part("ext", FcpRespExt.LAYOUT)));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_RESP = offset(LAYOUT, "resp");
    public static final long OFFSET_EXT = offset(LAYOUT, "ext");

    private FcpRespWithExt() {
    }

    /** Address of the first part, see {@link FcpResp}. */
    public static long resp(long struct) {
        return struct + OFFSET_RESP;
    }

    /** Address of the second part, see {@link FcpRespExt}. */
    public static long ext(long struct) {
        return struct + OFFSET_EXT;
    }
}
