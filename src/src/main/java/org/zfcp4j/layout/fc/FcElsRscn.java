// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U16;
import org.zfcp4j.layout.U8;

/** Head of a registered state change notification; the pages follow, see {@link FcElsRscnPage}. */
public final class FcElsRscn {
    private static final Members MEMBERS = Members.wire("fc_els_rscn");
    /** {@link FcConstants#ELS_RSCN}. */
    public static final U8 RSCN_CMD = MEMBERS.u8("rscn_cmd");
    /** Length of a page in bytes. */
    public static final U8 RSCN_PAGE_LEN = MEMBERS.u8("rscn_page_len");
    /** Length of the whole payload in bytes, this head included. */
    public static final U16 RSCN_PLEN = MEMBERS.u16("rscn_plen");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.aligned(2);
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FcElsRscn() {
    }
}
