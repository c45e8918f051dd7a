// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.util.HashSet;
import java.util.Set;
import org.zfcp4j.explore.Reduction.EarlyTime;
import org.zfcp4j.lab.refill.RefillStart;
import org.zfcp4j.lab.refill.RefillWorld;
import org.zfcp4j.lab.refill.RefillWorlds;
import org.zfcp4j.layout.Geometry;
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
 * In level 7.1 it is {@code request_tasklet} that does so and nothing else; whether it is scheduled depends on how many SBALs are free,
 * and on nothing that it is told; close disables it, and waits for its end, as it kills the one of level 5.10.
 * <li>The driver's writes to the input SLSB: the channel has always more empty response SBALs than it needs, and stops the
 * search if it has none.
 * <li>The channel answers within the 30 seconds that recovery gives it; but a task may be held up for as long as another sleeps.
 * </ul>
 *
 * <p>Where the {@link Geometry} puts signals off, the output tasklet gives them, and when it runs is as open as anything else.
 */
final class RefillSlice {
    /** Who gives SBALs back: the QDIO layer of level 5.10, zfcp itself in level 7.1. */
    private static final Set<String> OUTPUT_TASKLETS = Set.of("qdio_outbound:0.0.1900", "request_tasklet:0.0.1900");
    /** And how often; the last one ends a run that is told, and is in none that is searched. */
    private static final Set<String> OUTPUT_TIMERS = Set.of("qdio_outbound_timer:0.0.1900", "request_timer", RefillWorlds.END);
    private static final Set<String> ALWAYS_INERT = Set.of("stat_lock", "dbf->hba_lock", "dbf->pay_lock", "dbf->rec_lock",
        "zfcp_fsf_req", "req_list->lock", "req_q_free", "req_q_wq", "nr_buf_used");
    private static final boolean TASKLET_SIGNALS = Geometry.CURRENT.siga() > 1;
    private static final Set<String> BACKGROUND = TASKLET_SIGNALS ? OUTPUT_TIMERS : union(OUTPUT_TASKLETS, OUTPUT_TIMERS);
    private static final Set<String> INERT = union(ALWAYS_INERT, BACKGROUND);
    private static final Set<String> INERT_WRITES = Set.of("input slsb");
    private static final Reduction RACE = new Reduction(INERT, INERT_WRITES, BACKGROUND, EarlyTime.NEVER, false);
    private static final Reduction REOPEN = new Reduction(INERT, INERT_WRITES, BACKGROUND, EarlyTime.SLEEPS, false);

    private RefillSlice() {
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
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
