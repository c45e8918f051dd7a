// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.util.List;

/**
 * The result of a search.
 *
 * @param findings one of each kind; empty unless the outcome is a finding
 * @param complete true if the search went to its end: then each finding is as short as its number of preemptions allows
 * @param lockCycles locks that were taken in a cycle, whether or not that led to a deadlock; systematic search only
 * @param covered by strategy {@code coverage}
 * @param split digest of what decides where branches leave; shards of one search must agree in it
 */
public record SearchResult(Outcome outcome, List<Finding> findings, Progress progress, double seconds, boolean complete,
        List<String> lockCycles, Covered covered, String split) {
}
