// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import java.util.Set;
import org.zfcp4j.lab.WorldResult;

/**
 * What a policy is expected to do in a moment.
 *
 * @param violated whether an invariant is broken
 * @param up whether all adapters are up at the end
 */
public record Expectation(boolean violated, boolean up) {
    /** All invariants hold, and the adapters are up. */
    public static final Expectation HOLDS = new Expectation(false, true);
    /** An invariant is broken, and an adapter is lost. */
    public static final Expectation BREAKS = new Expectation(true, false);

    private static final Set<String> SET_REGARDLESS = Set.of("check-then-dec", "add-unless", "wait-for-work");

    /** Where a {@code stat_work} queued before a reopen is delayed: policies that set the counter regardless of it fail. */
    static Expectation acrossReopen(String policy) {
        return SET_REGARDLESS.contains(policy) ? BREAKS : HOLDS;
    }

    /** Whether it came as expected. */
    public boolean isMetBy(WorldResult result) {
        return result.violated() == violated && result.up() == up;
    }
}
