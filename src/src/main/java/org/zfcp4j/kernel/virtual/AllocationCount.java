// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

/** Numbers the allocations of a run for its {@link AllocationPolicy}. */
final class AllocationCount {
    private final AllocationPolicy policy;
    private long number;

    AllocationCount(AllocationPolicy policy) {
        this.policy = policy;
    }

    boolean allow(String cache, long size) {
        return policy.allow(cache, size, number++);
    }
}
