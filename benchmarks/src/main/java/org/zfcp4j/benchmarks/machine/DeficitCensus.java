// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.machine;

import java.util.concurrent.atomic.AtomicLongArray;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.RefillPolicy;

/** Counts how many buffers were missing when a refill began. Any thread. What is counted is not to be timed. */
public final class DeficitCensus {
    /** Counts of refills that met 0, 1, ... missing buffers, those beyond in the last one; as {@code ZFCPREF_DEFICITS}. */
    public static final int DEFICITS = 129;

    private final AtomicLongArray refills = new AtomicLongArray(DEFICITS);

    /** The policy, with the deficit recorded before each refill. */
    RefillPolicy of(RefillPolicy policy) {
        return new RefillPolicy() {
            @Override
            public String policyName() {
                return policy.policyName();
            }

            @Override
            public int refill(Adapter adapter) {
                refills.incrementAndGet(Math.clamp(adapter.statMiss.read(), 0, DEFICITS - 1));
                return policy.refill(adapter);
            }

            @Override
            public void queuesClosed(Adapter adapter) {
                policy.queuesClosed(adapter);
            }
        };
    }

    /** Takes the counts since the last call. */
    public void take(long[] deficits) {
        for (int i = 0; i < DEFICITS; i++) {
            deficits[i] = refills.getAndSet(i, 0);
        }
    }
}
