// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.adapter;

import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.RefillPolicy;

/**
 * {@link AddUnless}, and adapter close takes {@code stat_work} off the work queue and waits for one that runs, right after the
 * queues were closed.
 *
 * <p>Keeps: what {@link AddUnless} keeps, and no refill queued before a reopen is pending or running when adapter open sets the
 * count. By then no response is handled any more, so nothing queues the work again; a worker that waits for a free SBAL has been
 * woken by the closing and fails; and cancelling waits for that one item, not for others of the ordered queue, so recovery cannot
 * end up waiting for itself. Gives up: recovery may wait briefly for a worker that is failing.
 */
public final class CancelAtClose implements RefillPolicy {
    private final RefillPolicy claim = new AddUnless();

    @Override
    public String policyName() {
        return "cancel-at-close";
    }

    @Override
    public int refill(Adapter adapter) {
        return claim.refill(adapter);
    }

    @Override
    public void queuesClosed(Adapter adapter) {
        adapter.statWork.cancelSync();
    }
}
