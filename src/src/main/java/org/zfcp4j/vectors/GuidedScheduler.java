// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import java.util.function.Predicate;
import org.zfcp4j.kernel.virtual.Choice;
import org.zfcp4j.kernel.virtual.FifoScheduler;
import org.zfcp4j.kernel.virtual.Scheduler;
import org.zfcp4j.kernel.virtual.Task;
import org.zfcp4j.kernel.virtual.TaskKind;
import org.zfcp4j.kernel.virtual.WorkQueueFirstScheduler;

/**
 * The policy of a recording: among runnable threads the recorded one decides, first-in-first-out or the adapter's worker first.
 * Interrupts, timers and ended sleeps come when no thread is runnable; of those that are due at the same time the recording
 * says which one came first, because that follows from the recorded environment and not from the driver.
 */
final class GuidedScheduler implements Scheduler {
    private final Cursor cursor;
    private final Scheduler threads;
    private boolean scriptGoesOn;

    GuidedScheduler(Cursor cursor, boolean workQueueFirst) {
        this.cursor = cursor;
        this.threads = workQueueFirst ? new WorkQueueFirstScheduler(Contexts::isAdapterWorker) : new FifoScheduler();
    }

    /** The script is about to let an interrupt come, and goes on before any thread does if the recording says so. */
    void giveWay() {
        scriptGoesOn = true;
    }

    @Override
    public boolean preempts() {
        return false;
    }

    @Override
    public int choose(Choice choice) {
        // An interrupt and the handling of the response that it announces are one thing in the recording.
        int pick = first(choice, task -> task.kind() == TaskKind.IRQ);
        if (pick < 0) {
            pick = first(choice, task -> task.kind() == TaskKind.TASKLET && Contexts.isInbound(task));
        }
        Line next = cursor.peek();
        if (pick < 0 && scriptGoesOn && next != null) {
            pick = first(choice, task -> task.kind() == TaskKind.USER && Contexts.of(task).equals(next.context()));
            scriptGoesOn = false;
        }
        if (pick < 0 && first(choice, task -> !task.isDeferred()) >= 0) {
            return threads.choose(choice);
        }
        if (pick < 0 && next != null && next.time() <= choice.now() / 1_000_000) {
            pick = first(choice, task -> task.kind() != TaskKind.CHANNEL && Contexts.of(task).equals(next.context()));
            if (pick < 0 && next.context().equals(Contexts.ONLINE)) {
                // The script is about to start that process.
                pick = first(choice, task -> task.kind() == TaskKind.USER && Contexts.of(task).equals(Contexts.USER));
            }
            if (pick < 0 && next.context().equals(Contexts.TASKLET)) {
                pick = first(choice, Contexts::isRequestTimer);
            }
            if (pick < 0) {
                pick = first(choice, task -> task.kind() == TaskKind.CHANNEL && isChannels(next));
            }
        }
        int timer = first(choice, Contexts::isRequestTimer);
        if (timer >= 0 && timer < pick) {
            // It leaves no line. What was due first comes first.
            pick = timer;
        }
        if (pick < 0) {
            pick = first(choice, GuidedScheduler::isSilent);
        }
        if (pick < 0) {
            pick = first(choice, task -> task.kind() != TaskKind.CHANNEL);
        }
        return Math.max(pick, 0);
    }

    private static int first(Choice choice, Predicate<Task> wanted) {
        for (int i = 0; i < choice.size(); i++) {
            if (wanted.test(choice.task(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isChannels(Line line) {
        return line.context().equals(Contexts.IRQ) || line.context().equals(Contexts.TASKLET);
    }

    /**
     * What may run without anything that the recording shows; the script and the channel wait for their line, and the recorded
     * environment lets the driver scan its requests when nothing else is due.
     */
    private static boolean isSilent(Task task) {
        return task.kind() != TaskKind.CHANNEL && task.kind() != TaskKind.USER && !Contexts.isRequestScan(task);
    }
}
