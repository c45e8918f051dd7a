// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.record;

import java.util.Set;

/**
 * What is known of a tag.
 *
 * @param id of the records that bear it
 * @param levels at which it is traced
 * @param function the C function with the call site, as it is called in 5.10
 * @param laterFunction as it is called in 7.1, empty if that is the same
 * @param only the one level of Linux that has the tag, empty if both have it
 */
public record Tag(String name, Area area, int id, Set<Integer> levels, String function, String laterFunction, String only) {
}
