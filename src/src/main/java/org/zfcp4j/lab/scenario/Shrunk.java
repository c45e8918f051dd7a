// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import java.util.Map;
import org.zfcp4j.kernel.virtual.Schedule;
import org.zfcp4j.lab.Parts;
import org.zfcp4j.lab.check.Invariant;

/**
 * A small run that still violates what a large one violates.
 *
 * @param invariant which
 * @param full how often the script has each part
 * @param parts how often the small run has them
 * @param schedule of the small run
 * @param random decisions of the schedule that are needed; after them, it is first-in-first-out
 * @param steps of the small run
 * @param stepsBefore those of the large one
 * @param tried runs that were played
 */
public record Shrunk(Invariant invariant, Map<String, Integer> full, Parts parts, Schedule schedule, int random, long steps, long stepsBefore,
        int tried) {
}
