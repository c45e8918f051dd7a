// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.cost;

import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.RefillPolicy;

/** A refill policy that starts further contexts when {@code stat_work} begins, so that all of them claim at the same time. */
final class ParallelRefill implements RefillPolicy {
    private final RefillPolicy policy;
    private Runnable start = () -> { };

    ParallelRefill(RefillPolicy policy) {
        this.policy = policy;
    }

    /** What is to happen at the beginning of each refill from now on. */
    void starts(Runnable action) {
        start = action;
    }

    @Override
    public String policyName() {
        return policy.policyName();
    }

    @Override
    public int refill(Adapter adapter) {
        start.run();
        return policy.refill(adapter);
    }

    @Override
    public int initialRefill(Adapter adapter) {
        return policy.initialRefill(adapter);
    }

    @Override
    public void queuesClosed(Adapter adapter) {
        policy.queuesClosed(adapter);
    }

    /** What a further context does. */
    void join(Adapter adapter) {
        policy.refill(adapter);
    }
}
