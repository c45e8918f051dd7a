// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Part;

/** FCP response IU up to where optional response information and sense data begin. */
public final class FcpRespWithExt {
    private static final Members MEMBERS = Members.wire("fcp_resp_with_ext");
    /** The first part, see {@link FcpResp}. */
    public static final Part RESP = MEMBERS.part("resp", FcpResp.LAYOUT);
    /** The second part, see {@link FcpRespExt}. */
    public static final Part EXT = MEMBERS.part("ext", FcpRespExt.LAYOUT);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.aligned(4);
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FcpRespWithExt() {
    }
}
