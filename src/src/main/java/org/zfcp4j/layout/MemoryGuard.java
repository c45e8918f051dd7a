// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

/**
 * Judges every off-heap access while {@link Memory#CHECKED} is on.
 *
 * <p>Tests install a guard that knows which ranges are allocated, so that a use after free fails at the access itself
 * and not later at a symptom. A guard must be safe to call from any thread and must not touch off-heap memory itself.
 */
@FunctionalInterface
public interface MemoryGuard {

    /**
     * Called before the access takes place; throws when it is not allowed.
     *
     * @param addr  absolute address of the first byte
     * @param len   number of bytes
     * @param write whether the access stores
     */
    void check(long addr, long len, boolean write);
}
