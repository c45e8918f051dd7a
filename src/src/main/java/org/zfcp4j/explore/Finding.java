// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import org.zfcp4j.kernel.virtual.Schedule;

/**
 * A schedule that violates an invariant or deadlocks.
 *
 * @param outcome {@link Outcome#VIOLATED} or {@link Outcome#DEADLOCK}
 * @param execution what came of it
 */
public record Finding(Outcome outcome, Execution execution) {
    static Finding of(Execution execution) {
        Outcome outcome = execution.finding();
        return outcome == null ? null : new Finding(outcome, execution);
    }

    public Schedule schedule() {
        return execution.result().schedule();
    }
}
