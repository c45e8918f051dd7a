// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import org.zfcp4j.kernel.Storage;
import org.zfcp4j.layout.fc.FcCtHdr;
import org.zfcp4j.layout.fc.FcGpnFtResp;

/** Sizes of name server answers, from zfcp_fc.h: entries fill pages of which the first begins with a CT header. */
public final class FcLimits {
    /** Payload bytes in one page. */
    public static final int ZFCP_FC_CT_SIZE_PAGE = Storage.PAGE_SIZE - FcCtHdr.SIZE;
    /** Entries in one page. */
    public static final int ZFCP_FC_GPN_FT_ENT_PAGE = ZFCP_FC_CT_SIZE_PAGE / FcGpnFtResp.SIZE;
    /** Pages of an answer, with chained SBALs. */
    public static final int ZFCP_FC_GPN_FT_NUM_BUFS = 4;
    /** Payload bytes in that many pages. */
    public static final int ZFCP_FC_GPN_FT_MAX_SIZE =
            ZFCP_FC_GPN_FT_NUM_BUFS * Storage.PAGE_SIZE - FcCtHdr.SIZE;
    /** Entries in that many pages, the header counted as the first. */
    public static final int ZFCP_FC_GPN_FT_MAX_ENT = ZFCP_FC_GPN_FT_NUM_BUFS * (ZFCP_FC_GPN_FT_ENT_PAGE + 1);

    private FcLimits() {
    }
}
