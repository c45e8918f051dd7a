// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import org.zfcp4j.kernel.virtual.Choice;
import org.zfcp4j.kernel.virtual.Scheduler;
import org.zfcp4j.kernel.virtual.SeededRandom;
import org.zfcp4j.kernel.virtual.Task;
import org.zfcp4j.kernel.virtual.TaskKind;

/**
 * A random schedule in which, a few times, the worker of a work queue does not get a processor for some milliseconds although it could
 * run, while all others go on and time passes. Others are not held up: they decide far more often, and would use up the budget.
 */
final class HeldUp implements Scheduler {
    private static final int PREEMPT_PER_MILLE = 50;
    private static final int HOLD_PER_MILLE = 30;
    private static final int MOST_HOLDS = 4;
    private static final int LONGEST_MILLIS = 40;

    private final SeededRandom random;
    private int holds;
    private final HeldTask held;

    HeldUp(long seed) {
        random = new SeededRandom(seed);
        held = new HeldTask(random, LONGEST_MILLIS);
    }

    @Override
    public int choose(Choice choice) {
        if (held.isNone(choice.now()) && holds < MOST_HOLDS) {
            holdWorker(choice);
        }
        boolean stay = choice.current() != null && !held.is(choice.current()) && !random.chance(PREEMPT_PER_MILLE);
        return stay ? 0 : held.another(choice);
    }

    private void holdWorker(Choice choice) {
        for (int i = 0; i < choice.size(); i++) {
            Task task = choice.task(i);
            if (task.kind() == TaskKind.WORKER && random.chance(HOLD_PER_MILLE)) {
                holds++;
                held.hold(task, choice.now());
                return;
            }
        }
    }

    @Override
    public boolean advancesEarly() {
        return true;
    }
}
