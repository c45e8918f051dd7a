// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

/**
 * A scheduling strategy. The kernel asks it whenever there are at least two ways to go on, from the task that runs. It must
 * decide by what it is shown alone, without clocks, hash order or addresses, so that the same strategy gives the same run.
 */
public interface Scheduler {
    /**
     * Decides how to go on.
     *
     * @param choice valid during the call only
     * @return the index of a task, or {@link Choice#advance()}
     */
    int choose(Choice choice);

    /** False if a task shall run until it blocks: {@link #choose} is then only called when the current task cannot go on. */
    default boolean preempts() {
        return true;
    }

    /**
     * True if virtual time may go on to the next timer, sleep or hardware event while tasks are runnable, as when a task is
     * held up for that long; {@link Choice#advance()} is then offered.
     */
    default boolean advancesEarly() {
        return false;
    }
}
