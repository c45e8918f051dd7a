// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.zfcp4j.kernel.virtual.Choice;
import org.zfcp4j.kernel.virtual.FifoScheduler;
import org.zfcp4j.kernel.virtual.Operation;
import org.zfcp4j.kernel.virtual.Scheduler;
import org.zfcp4j.kernel.virtual.Task;
import org.zfcp4j.kernel.virtual.TaskKind;
import org.zfcp4j.vectors.Contexts;

/**
 * First-in-first-out, with a response of the channel as one thing: its interrupt and what the driver makes of it follow at
 * once, before the channel gives the next one. Closing the queues is one thing as well: a thread that waits for a tasklet there
 * gives way to that tasklet only.
 */
final class InterruptsFirst implements Scheduler {
    private final FifoScheduler fifo = new FifoScheduler();
    private final Supplier<List<Task>> tasks;

    /** @param tasks all tasks of the kernel */
    InterruptsFirst(Supplier<List<Task>> tasks) {
        this.tasks = tasks;
    }

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
        if (pick < 0) {
            pick = first(choice, task -> task.operation() == Operation.KILL_TASKLET);
        }
        if (pick < 0 && tasks.get().stream().anyMatch(InterruptsFirst::waitsForTasklet)) {
            pick = first(choice, task -> task.kind() == TaskKind.TASKLET);
        }
        return pick < 0 ? fifo.choose(choice) : pick;
    }

    private static boolean waitsForTasklet(Task task) {
        return task.isBlocked() && task.operation() == Operation.KILL_TASKLET;
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
