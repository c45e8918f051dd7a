// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

/**
 * What came out when the invariants were checked in a geometry.
 *
 * @param geometry as {@code -Dzfcp4j.geometry} takes it
 * @param check what was run
 * @param outcome in words
 * @param expected whether it is what the architected geometry must bring
 */
public record GeometryVerdict(String geometry, String check, String outcome, boolean expected) {
}
