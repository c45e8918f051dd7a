// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.adapter;

import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.RefillPolicy;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.fsf.StatusRead;

/**
 * Linux today (since commit 60a161b7e5b2), the default: one atomic operation tests the count of missing buffers and claims one,
 * then it is posted; a post that fails undoes the claim.
 *
 * <p>Keeps: however many contexts refill at a time, each missing buffer is posted once; nobody waits. Gives up: adapter open
 * <em>sets</em> the count, regardless of a refill that began before the reopen. A {@code stat_work} queued before the reopen that
 * runs between the opening of the queues and the set, or that claimed before and posts after the set, or that undoes a failed
 * claim after the set, leaves the channel with more buffers than were agreed.
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
