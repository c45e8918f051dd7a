// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import java.util.function.Predicate;
import org.zfcp4j.kernel.virtual.Choice;
import org.zfcp4j.kernel.virtual.FifoScheduler;
import org.zfcp4j.kernel.virtual.Scheduler;
import org.zfcp4j.kernel.virtual.Task;
import org.zfcp4j.kernel.virtual.TaskKind;
import org.zfcp4j.vectors.Contexts;

/**
 * First-in-first-out, with a response of the channel as one thing: its interrupt and what the driver makes of it follow at
 * once, before the channel gives the next one.
 */
final class InterruptsFirst implements Scheduler {
    private final FifoScheduler fifo = new FifoScheduler();

    @Override
    public boolean preempts() {
        return false;
    }

    @Override
    public int choose(Choice choice) {
        int pick = first(choice, task -> task.kind() == TaskKind.IRQ);
        if (pick < 0) {
            pick = first(choice, task -> task.kind() == TaskKind.TASKLET && Contexts.isInbound(task));
        }
        return pick < 0 ? fifo.choose(choice) : pick;
    }

    private static int first(Choice choice, Predicate<Task> wanted) {
        for (int i = 0; i < choice.size(); i++) {
            if (wanted.test(choice.task(i))) {
                return i;
            }
        }
        return -1;
    }
}
