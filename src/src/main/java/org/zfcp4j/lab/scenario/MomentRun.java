// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import org.zfcp4j.lab.WorldResult;

/**
 * A moment that was played.
 *
 * @param policy name of the refill policy
 * @param seed the seed of the run
 * @param tried how many seeds were tried, this one included
 * @param decisive whether the run came to the point
 * @param byChance whether that was left to chance, on real threads
 */
public record MomentRun(String policy, Moment moment, long seed, int tried, boolean decisive, boolean byChance,
        WorldResult result) {
    /** Whether the result is as expected. */
    public boolean asExpected() {
        return decisive && moment.expected(policy).isMetBy(result) || byChance && Expectation.HOLDS.isMetBy(result);
    }

    /** The same without what takes room. */
    public MomentRun summary() {
        return new MomentRun(policy, moment, seed, tried, decisive, byChance, result.summary());
    }
}
