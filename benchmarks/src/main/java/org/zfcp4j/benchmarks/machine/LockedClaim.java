// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.machine;

import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.RefillPolicy;
import org.zfcp4j.zfcp.fsf.StatusRead;

/**
 * What one might do instead of an atomic: test and count under a spin lock. Only for comparison, and of one adapter. A post that
 * fails ends the refill.
 */
final class LockedClaim implements RefillPolicy {
    static final String NAME = "lock";
    private final SpinLock lock;

    LockedClaim(Kernel kernel) {
        lock = kernel.spinLock("claim", this);
    }

    @Override
    public String policyName() {
        return NAME;
    }

    @Override
    public int refill(Adapter adapter) {
        while (claim(adapter)) {
            if (StatusRead.statusRead(adapter.qdio) != 0) {
                adapter.statMiss.inc();
                break;
            }
        }
        return 0;
    }

    private boolean claim(Adapter adapter) {
        lock.lockIrq();
        boolean claimed = adapter.statMiss.read() > 0;
        if (claimed) {
            adapter.statMiss.dec();
        }
        lock.unlockIrq();
        return claimed;
    }
}
