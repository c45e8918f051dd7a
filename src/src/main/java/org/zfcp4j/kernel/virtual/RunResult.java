// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.List;

/**
 * The result of a run.
 *
 * @param detail one line that says why it ended; empty for an ordinary end
 * @param jiffies virtual time at the end
 * @param steps operations done
 * @param schedule the decisions, for {@link ReplayScheduler}
 * @param deadlock null unless the outcome is {@link Outcome#DEADLOCK} or {@link Outcome#LOST_WAKEUP}
 * @param failure the exception of {@link Outcome#FAILED}; else null
 */
public record RunResult(Outcome outcome, String detail, long jiffies, long steps, Schedule schedule,
        List<Violation> violations, DeadlockReport deadlock, Throwable failure) {
    /** True if the run came to an ordinary end and broke no rule. */
    public boolean isOk() {
        return (outcome == Outcome.QUIESCENT || outcome == Outcome.MAIN_ENDED) && violations.isEmpty();
    }

    /** This result if it {@link #isOk}; else throws what a task threw, or an {@link AssertionError} that tells the story. */
    public RunResult orThrow() {
        if (isOk()) {
            return this;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw new AssertionError(toString(), failure);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder().append(outcome).append(" after ").append(jiffies).append(" ms and ")
            .append(steps).append(" steps");
        if (!detail.isEmpty() && violations.isEmpty() && deadlock == null) {
            out.append(": ").append(detail);
        }
        violations.forEach(violation -> out.append(System.lineSeparator()).append(violation));
        if (deadlock != null) {
            out.append(System.lineSeparator()).append(deadlock);
        }
        return out.toString();
    }
}
