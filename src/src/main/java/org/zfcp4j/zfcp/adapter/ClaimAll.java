// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.adapter;

import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.RefillPolicy;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.fsf.StatusReadBatch;

/**
 * {@link CancelAtClose} that claims whatever is missing with one atomic exchange, posts it in one go ({@link StatusReadBatch}: the lock
 * of the request queue taken once, one signal to the channel), and gives back what could not be posted.
 *
 * <p>Keeps: an exchange gives each missing buffer to one context, so each is posted once; nobody waits for another refill; and
 * nothing is pending or in flight when adapter open sets the count. Gives up: while one context posts a large deficit, another
 * one finds nothing to do, so a single buffer may be posted a little later than it could be.
 */
public final class ClaimAll implements RefillPolicy {
    @Override
    public String policyName() {
        return "claim-all";
    }

    @Override
    public int refill(Adapter adapter) {
        int claimed;
        while ((claimed = claim(adapter)) != 0) {
            int posted = StatusReadBatch.statusReads(adapter.qdio, claimed);
            if (posted < claimed) {
                adapter.statMiss.add(claimed - posted);
                if (AllMissing.test(adapter)) {
                    ErpTrigger.adapterReopen(adapter, 0, "axsref1");
                    return 1;
                }
                break;
            }
        }
        return 0;
    }

    /** Read first: mostly nothing is missing, and an exchange would steal the cache line from the contexts that count. */
    private static int claim(Adapter adapter) {
        return adapter.statMiss.read() == 0 ? 0 : adapter.statMiss.xchg(0);
    }

    @Override
    public void queuesClosed(Adapter adapter) {
        adapter.statWork.cancelSync();
    }
}
