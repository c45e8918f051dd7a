// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.adapter;

import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.RefillPolicy;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.fsf.StatusRead;

/**
 * Linux before commit 60a161b7e5b2: looks whether a buffer is missing, posts one, and only then counts it.
 *
 * <p>Keeps: a single context posts what is missing, and a failed post needs no undoing. Gives up: while the ERP thread posts the
 * initial buffers, {@code stat_work} sees those missing that the thread is about to count, so both post the last one; the
 * channel answers the one too many with an error on the output queue, and the adapter goes down (trace tag {@code qdireq1}).
 * Afterwards the count is below zero, which makes the next failing post look as if all buffers were missing.
 */
public final class CheckThenDec implements RefillPolicy {
    @Override
    public String policyName() {
        return "check-then-dec";
    }

    @Override
    public int refill(Adapter adapter) {
        while (adapter.statMiss.read() > 0) {
            if (StatusRead.statusRead(adapter.qdio) != 0) {
                if (AllMissing.test(adapter)) {
                    ErpTrigger.adapterReopen(adapter, 0, "axsref1");
                    return 1;
                }
                break;
            }
            adapter.statMiss.dec();
        }
        return 0;
    }
}
