// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import org.zfcp4j.kernel.virtual.Choice;
import org.zfcp4j.kernel.virtual.ReplayScheduler;
import org.zfcp4j.kernel.virtual.Schedule;
import org.zfcp4j.kernel.virtual.Scheduler;

/** Counts preemptions: where a task that could have gone on did not, or time passed before it. */
final class Preemptions implements Scheduler {
    private final ReplayScheduler replay;
    private final Reduction reduction;
    private int count;

    private Preemptions(Schedule schedule, Reduction reduction) {
        this.reduction = reduction;
        this.replay = new ReplayScheduler(schedule);
    }

    /** Runs the schedule, which must be one of the program's. */
    static int of(Program program, Schedule schedule) {
        Preemptions counting = new Preemptions(schedule, program.reduction());
        Execution.run(program, new Execution.Settings(counting));
        return counting.count;
    }

    /** 1 if the choice takes the processor from a task that could go on, or lets time pass before one that could; else 0. */
    static int cost(Choice choice, int pick, Reduction reduction) {
        int goesOn = reduction.goesOn(choice);
        return pick == choice.advance() || goesOn >= 0 && pick != goesOn ? 1 : 0;
    }

    @Override
    public int choose(Choice choice) {
        int pick = replay.choose(choice);
        count += cost(choice, pick, reduction);
        return pick;
    }

    @Override
    public boolean preempts() {
        return replay.preempts();
    }

    @Override
    public boolean advancesEarly() {
        return replay.advancesEarly();
    }
}
