// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.adapter;

import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.RefillPolicy;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.fsf.StatusRead;

/**
 * Linux today (since commit 60a161b7e5b2), the default: one atomic operation tests the count of missing buffers and claims one,
 * then it is posted; a post that fails gives the claim back.
 *
 * <p>Keeps: however many contexts refill at a time, each missing buffer is posted once; nobody waits. Gives up: adapter open
 * <em>sets</em> the count, and what refills then does not know of a refill that belongs to the time before. A {@code stat_work}
 * from before the reopen that runs between the opening of the queues and the set, or that has claimed before and posts after, or
 * that gives a failed claim back after the set, ends with more buffers at the channel than were agreed.
 */
public final class AddUnless implements RefillPolicy {
    @Override
    public String policyName() {
        return "add-unless";
    }

    /** {@code zfcp_status_read_refill}. */
    @Override
    @LinuxSource("zfcp_aux.c:zfcp_status_read_refill")
    public int refill(Adapter adapter) {
        while (adapter.statMiss.addUnless(-1, 0)) {
            if (StatusRead.statusRead(adapter.qdio) != 0) {
                adapter.statMiss.inc();
                if (AllMissing.test(adapter)) {
                    ErpTrigger.adapterReopen(adapter, 0, "axsref1");
                    return 1;
                }
                break;
            }
        }
        return 0;
    }
}
