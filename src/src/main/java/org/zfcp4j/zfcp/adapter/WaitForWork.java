// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.adapter;

import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.RefillPolicy;

/**
 * The alternative that commit 60a161b7e5b2 rejects: only {@code stat_work} posts; adapter open queues it and waits for it to
 * finish. The worker itself is that of {@link AddUnless}, so that nothing but this call differs from Linux.
 *
 * <p>Keeps: one context posts, so no buffer is posted twice by two that refill at a time. Gives up: the work queue of the adapter
 * is ordered, and an item before {@code stat_work} may itself wait for recovery (the port scan does); then recovery and that item
 * wait for each other forever. A stale {@code stat_work} that runs early still posts before the count is set.
 */
public final class WaitForWork implements RefillPolicy {
    private final RefillPolicy worker = new AddUnless();

    @Override
    public String policyName() {
        return "wait-for-work";
    }

    @Override
    public int refill(Adapter adapter) {
        return worker.refill(adapter);
    }

    /** Whether the worker gave up is seen from the count: with nothing posted, all buffers are still missing. */
    @Override
    public int initialRefill(Adapter adapter) {
        adapter.workQueue.queue(adapter.statWork);
        adapter.statWork.flush();
        return AllMissing.test(adapter) ? 1 : 0;
    }
}
