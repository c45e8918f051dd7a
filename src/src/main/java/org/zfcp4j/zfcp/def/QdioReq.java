// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

/** {@code struct zfcp_qdio_req}: where a request lies in the output queue; protected by {@code req_q_lock} until sent. */
public final class QdioReq {
    /** Storage block type: SBAL_SFLAGS0_TYPE_ value. */
    public int sbtype;
    /** SBALs used. */
    public int sbalNumber;
    public int sbalFirst;
    public int sbalLast;
    /** Last SBAL that the request may use. */
    public int sbalLimit;
    /** SBALE filled last. */
    public int sbaleCurr;
    /** Free SBALs when it was sent. */
    public int qdioOutbUsage;

    void reset() {
        sbtype = 0;
        sbalNumber = 0;
        sbalFirst = 0;
        sbalLast = 0;
        sbalLimit = 0;
        sbaleCurr = 0;
        qdioOutbUsage = 0;
    }
}
