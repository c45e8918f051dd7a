// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

/**
 * How far a search has got.
 *
 * @param executions complete ones
 * @param cut executions that ended where another one had been
 * @param states different states at points of decision; 0 where they are not told apart
 * @param decisions choices among at least two tasks, in complete executions
 * @param open branches that are known and not followed yet; exact, but following one may reveal others. 0 for a random search
 * @param left estimate of the part of the search that is left, from 1 to 0
 * @param preemptions those of the executions at present; -1 if they are not counted
 */
public record Progress(long executions, long cut, long states, long decisions, long open, double left, int preemptions) {
}
