// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U24;
import org.zfcp4j.layout.U8;

/** Page of a registered state change notification: an address or a range of them. */
public final class FcElsRscnPage {
    private static final Members MEMBERS = Members.wire("fc_els_rscn_page");
    /** Event qualifier and, in {@link FcConstants#ELS_RSCN_ADDR_FMT_MASK}, how many bytes of the address count. */
    public static final U8 RSCN_PAGE_FLAGS = MEMBERS.u8("rscn_page_flags");
    /** Fibre Channel address, 24 bits. */
    public static final U24 RSCN_FID = MEMBERS.u24("rscn_fid");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FcElsRscnPage() {
    }
}
