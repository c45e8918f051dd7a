// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import org.zfcp4j.kernel.ListNode;

/**
 * {@code struct zfcp_qdio_req}: where a request lies in the output queue; protected by {@code req_q_lock} until sent. A member of the
 * request in C; {@link FsfReq} extends it, so that both are one object, in the same cache lines.
 */
public class QdioReq extends ListNode<FsfReq> {
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

    /** The rest is set when the request is given its first SBAL, before anybody reads it. */
    final void resetQdio() {
        qdioOutbUsage = 0;
    }
}
