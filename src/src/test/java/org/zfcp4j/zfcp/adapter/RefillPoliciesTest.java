// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.RefillPolicy;
import org.zfcp4j.zfcp.erp.ErpBed;

/** The policies by name, and what they do without a channel. */
class RefillPoliciesTest {
    @Test
    void eachIsFoundByItsName() {
        for (RefillPolicy policy : RefillPolicies.all()) {
            assertSame(policy, RefillPolicies.byName(policy.policyName()));
        }
        assertEquals(5, RefillPolicies.all().size());
        String message = assertThrows(IllegalArgumentException.class, () -> RefillPolicies.byName("none")).getMessage();
        assertTrue(message.contains("check-then-dec, add-unless, wait-for-work, cancel-at-close, claim-all"), message);
    }

    /** Finding 23: the comparison is unsigned. */
    @Test
    void aCountBelowZeroPassesForAll() {
        ErpBed.run(bed -> {
            Adapter adapter = bed.adapter;
            adapter.statReadBufNum = 16;
            for (int[] row : new int[][] {{0, 0}, {15, 0}, {16, 1}, {17, 1}, {-1, 1}}) {
                adapter.statMiss.set(row[0]);
                assertEquals(row[1] == 1, AllMissing.test(adapter), () -> row[0] + " missing");
            }
        });
    }

    /** With no answer to post, all policies leave the count alone. */
    @Test
    void nothingMissingNothingPosted() {
        ErpBed.run(bed -> {
            bed.adapter.statReadBufNum = 16;
            for (RefillPolicy policy : RefillPolicies.all()) {
                assertEquals(0, policy.refill(bed.adapter), policy::policyName);
                assertEquals(0, bed.adapter.statMiss.read(), policy::policyName);
            }
        });
    }

    @Test
    void oursTakeTheWorkBack() {
        ErpBed.run(bed -> {
            Adapter adapter = bed.adapter;
            for (RefillPolicy policy : RefillPolicies.all()) {
                adapter.workQueue.queue(adapter.statWork);
                policy.queuesClosed(adapter);
                assertEquals(policy instanceof CancelAtClose || policy instanceof ClaimAll, !adapter.statWork.isPending(), policy::policyName);
                adapter.statWork.cancelSync();
                assertFalse(adapter.statWork.isPending());
            }
        });
    }
}
