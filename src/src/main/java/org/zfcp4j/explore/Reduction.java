// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.util.Set;
import org.zfcp4j.kernel.virtual.Choice;
import org.zfcp4j.kernel.virtual.Operation;
import org.zfcp4j.kernel.virtual.Task;

/**
 * What a search may take as given about a program, beyond what it finds out by itself. It must be true: each program says why, and
 * checks at each decision what the reason rests on ({@link Program.Instance#brokenAssumption}).
 *
 * @param inert names of objects whose operations commute, or whose content has no influence on the fault that is looked for
 * @param inertWrites names of shared memory that the driver's writes to commute with all that others do to it
 * @param background labels of tasks that have no such influence but that somebody may wait for their end: they run, in one go, as
 *     soon as the current task cannot go on
 * @param earlyTime where time may advance while a task is runnable
 * @param steady whether a task that lets others go first after a step, as the hardware does, counts as one that goes on
 */
public record Reduction(Set<String> inert, Set<String> inertWrites, Set<String> background, EarlyTime earlyTime,
        boolean steady) {
    /** When time may advance although a task is runnable, which is then held up for that long. */
    public enum EarlyTime {
        /** Never: nothing that is looked at depends on it. */
        NEVER,
        /** To the end of a sleep. Timers and time limits are long enough that nobody is held up for so long. */
        SLEEPS,
        EVER
    }

    /** Nothing is taken as given. */
    public static final Reduction NONE = new Reduction(Set.of(), Set.of(), Set.of(), EarlyTime.EVER, false);

    /** Index of the task that goes on unless another one is chosen: then that is a preemption; -1 if none is to go on. */
    int goesOn(Choice choice) {
        return choice.current() != null ? 0 : steady ? choice.yielded() : -1;
    }

    boolean isInert(Task task) {
        String target = task.target().name();
        return inert.contains(target) || task.operation() == Operation.MEMORY_WRITE && inertWrites.contains(target);
    }

    boolean isBackground(Task task) {
        return background.contains(task.label());
    }
}
