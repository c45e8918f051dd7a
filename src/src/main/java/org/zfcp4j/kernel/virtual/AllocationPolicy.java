// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

/** Lets chosen allocations fail. */
@FunctionalInterface
public interface AllocationPolicy {
    /**
     * Asked for each allocation.
     *
     * @param cache name of the cache, or {@code storage} for main storage that belongs to none
     * @param size bytes; 0 for heap objects
     * @param number of the allocation within the run, from 0
     * @return false to let it fail
     */
    boolean allow(String cache, long size, long number);

    /** Lets the n-th allocation fail, counted from 0. */
    static AllocationPolicy failNth(long n) {
        return (cache, size, number) -> number != n;
    }
}
