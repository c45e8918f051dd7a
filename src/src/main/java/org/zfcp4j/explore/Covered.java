// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.util.List;

/**
 * How much a search has covered.
 *
 * @param pairs of operations of two tasks on one object
 * @param traces trace records that differ in their tag, or in the states and statuses that they tell of
 * @param branches of the driver, in the classes that were loaded; 0 where they are not watched
 * @param missed those of them that were not taken: class, method and line
 */
public record Covered(int pairs, int traces, int branches, List<String> missed) {
    /** Of a search that does not ask. */
    public static final Covered NOT_ASKED = new Covered(0, 0, 0, List.of());
}
