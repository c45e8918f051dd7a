// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

/** How a search ended. */
public enum Outcome {
    /** A schedule breaks an invariant or a rule. */
    VIOLATED("violated"),
    /** A schedule leaves tasks blocked forever. */
    DEADLOCK("deadlock"),
    /** All schedules within the bound were covered, and nothing was wrong. */
    EXHAUSTED("exhausted"),
    /** The executions or the time that were allowed are used up, and nothing was wrong so far. */
    BUDGET_USED("budget used");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** As printed, and in JSON. */
    public String words() {
        return words;
    }

    /** True if a bad schedule was found. */
    public boolean isFinding() {
        return this == VIOLATED || this == DEADLOCK;
    }
}
