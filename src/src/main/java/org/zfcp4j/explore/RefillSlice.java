// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.util.Set;
import org.zfcp4j.lab.refill.RefillStart;
import org.zfcp4j.lab.refill.RefillWorld;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ZfcpStatus;

/**
 * Which parts of the driver have no influence on the refill. In the initial refill the queues are open and no request but a few
 * status reads is out, so there is always an SBAL: nobody waits for one, and how and when the output tasklet gives SBALs back
 * (its counter, its timer, its wake-ups) makes no difference. What is checked at each decision is just that.
 */
final class RefillSlice {
    /** Locks around figures and trace buffers, which the driver writes and never acts upon; and a count of objects. */
    private static final Set<String> RECORDS = Set.of("stat_lock", "dbf->hba_lock", "dbf->pay_lock", "dbf->rec_lock",
        "zfcp_fsf_req");
    /** A request is added under an id that nobody knows before it is sent, and taken off by that id: the order does not matter. */
    private static final String REQUEST_LIST = "req_list->lock";

    private static final Reduction RACE = new Reduction(
        Set.of("stat_lock", "dbf->hba_lock", "dbf->pay_lock", "dbf->rec_lock", "zfcp_fsf_req", REQUEST_LIST, "req_q_free",
            "req_q_wq", "nr_buf_used", "qdio_outbound_timer:0.0.1900", "qdio_outbound:0.0.1900"),
        Set.of("input slsb"), Set.of("qdio_outbound:0.0.1900", "qdio_outbound_timer:0.0.1900"), false);
    private static final Reduction REOPEN = new Reduction(RECORDS, Set.of(), Set.of(), true);

    private RefillSlice() {
    }

    static Reduction of(RefillStart start) {
        return start == RefillStart.REOPEN ? REOPEN : RACE;
    }

    static String brokenAssumption(RefillWorld world) {
        if (world.refillCase().start() == RefillStart.REOPEN) {
            return null;
        }
        Adapter adapter = world.adapter();
        if (adapter.qdio.reqQFree.read() <= 0) {
            return "there is always a free SBAL";
        }
        return (adapter.status.read() & ZfcpStatus.ZFCP_STATUS_ADAPTER_QDIOUP) == 0 ? "the queues stay open" : null;
    }
}
