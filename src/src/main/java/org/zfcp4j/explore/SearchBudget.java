// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

/** What a search may use up. */
final class SearchBudget {
    private final long executions;
    private final long start = System.nanoTime();
    private final long deadline;

    /**
     * @param executions at most, those that were cut short included
     * @param seconds at most, of wall clock
     */
    SearchBudget(long executions, double seconds) {
        this.executions = executions;
        this.deadline = seconds >= 1e9 ? Long.MAX_VALUE : start + (long) (seconds * 1e9);
    }

    boolean isUsed(long done) {
        return done >= executions || deadline != Long.MAX_VALUE && System.nanoTime() - deadline >= 0;
    }

    /** The part of it that is left, from 1 to 0, after so many executions. */
    double left(long done) {
        double time = deadline == Long.MAX_VALUE ? 1 : (double) (deadline - System.nanoTime()) / (deadline - start);
        return Math.max(0, Math.min(time, 1 - (double) done / executions));
    }
}
