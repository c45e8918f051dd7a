// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.util.Set;
import org.zfcp4j.explore.Reduction.EarlyTime;
import org.zfcp4j.lab.refill.RefillStart;
import org.zfcp4j.lab.refill.RefillWorld;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ZfcpStatus;

/**
 * Which parts of the driver have no influence on the refill, and why.
 *
 * <ul>
 * <li>Figures and trace buffers are written by the driver and never acted upon.
 * <li>The request list: who adds a request holds {@code req_q_lock} and has seen the queues up, under an id that nobody knows
 * before it is sent; who takes one off has got its id from the channel; who dismisses all has cleared the flag under that lock.
 * So the order of these is given, with or without the list's own lock.
 * <li>The output side: few requests are out, so there is always an SBAL while the queues are up, and nobody waits for one.
 * When and by whom SBALs are given back (counter, timer, tasklet, wake-up) makes no difference then. This is checked at each decision.
 * <li>The driver's writes to the input SLSB: the channel has always more empty response SBALs than it needs, and stops the
 * search if it has none.
 * <li>The channel answers within the 30 seconds that recovery gives it; but a task may be held up for as long as another sleeps.
 * </ul>
 */
final class RefillSlice {
    private static final Set<String> INERT = Set.of("stat_lock", "dbf->hba_lock", "dbf->pay_lock", "dbf->rec_lock",
        "zfcp_fsf_req", "req_list->lock", "req_q_free", "req_q_wq", "nr_buf_used", "qdio_outbound_timer:0.0.1900",
        "qdio_outbound:0.0.1900");
    private static final Set<String> BACKGROUND = Set.of("qdio_outbound:0.0.1900", "qdio_outbound_timer:0.0.1900");
    private static final Set<String> INERT_WRITES = Set.of("input slsb");
    private static final Reduction RACE = new Reduction(INERT, INERT_WRITES, BACKGROUND, EarlyTime.NEVER);
    private static final Reduction REOPEN = new Reduction(INERT, INERT_WRITES, BACKGROUND, EarlyTime.SLEEPS);

    private RefillSlice() {
    }

    static Reduction of(RefillStart start) {
        return start == RefillStart.REOPEN ? REOPEN : RACE;
    }

    static String brokenAssumption(RefillWorld world) {
        Adapter adapter = world.adapter();
        boolean up = (adapter.status.read() & ZfcpStatus.ZFCP_STATUS_ADAPTER_QDIOUP) != 0;
        return up && adapter.qdio.reqQFree.read() <= 0 ? "there is always a free SBAL while the queues are up" : null;
    }
}
