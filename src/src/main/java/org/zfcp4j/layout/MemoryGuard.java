// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

/**
 * Sees every off-heap access while {@link Memory#CHECKED} is on: judges it, or counts it. A guard must be safe to call from any thread
 * and must not access off-heap memory through {@link Memory} itself.
 */
@FunctionalInterface
public interface MemoryGuard {

    /**
     * Called before the access takes place; throws when it is not allowed.
     *
     * @param addr   absolute address of the first byte
     * @param len    number of bytes
     * @param access load or store, and its ordering
     */
    void check(long addr, long len, Access access);
}
