// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.function.Predicate;

/** {@link FifoScheduler} with a preference: among runnable threads, the workers of some work queues come first. */
public final class WorkQueueFirstScheduler implements Scheduler {
    private final Predicate<Task> preferred;
    private final FifoScheduler fifo = new FifoScheduler();

    /** Prefers all workers. */
    public WorkQueueFirstScheduler() {
        this(task -> true);
    }

    /** Prefers the workers that {@code preferred} accepts. */
    public WorkQueueFirstScheduler(Predicate<Task> preferred) {
        this.preferred = preferred;
    }

    @Override
    public int choose(Choice choice) {
        int size = choice.size();
        for (int i = 0; i < size; i++) {
            Task task = choice.task(i);
            if (task.kind() == TaskKind.WORKER && !task.isDeferred() && preferred.test(task)) {
                return i;
            }
        }
        return fifo.choose(choice);
    }

    @Override
    public boolean preempts() {
        return false;
    }
}
