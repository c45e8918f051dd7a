// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The wait-for graph of blocked tasks. */
final class WaitGraph {
    private WaitGraph() {
    }

    /** One task waits for another one. */
    private record Wait(Task from, Task to, String why) {
    }

    /** A task without anything to do may be blocked forever. */
    static boolean isIdle(Task task) {
        return task.operation() == Operation.IDLE
            || task.kind() == TaskKind.THREAD && task.operation() == Operation.WAIT_EVENT && task.waitsForStop;
    }

    /** True if the task is blocked although its condition, evaluated now, is true. */
    static boolean isConditionTrue(Task task) {
        if (!task.isBlocked() || task.condition == null || task.operation() != Operation.WAIT_EVENT) {
            return false;
        }
        boolean idle = task.waitsForStop;
        try {
            return task.condition.getAsBoolean();
        } catch (RuntimeException | TaskDeath e) {
            return false;
        } finally {
            task.waitsForStop = idle;
        }
    }

    static String reason(Task task) {
        List<Wait> waits = waits(task);
        return waits.isEmpty() ? waitsFor(task) : waits.get(0).why;
    }

    private static String waitsFor(Task task) {
        return "waits in " + task.operation() + (task.target() == null ? "" : " for " + task.target().name());
    }

    /** What the task waits for, as far as other tasks are known that could provide it. */
    private static List<Wait> waits(Task task) {
        Shared target = task.target();
        String base = waitsFor(task);
        List<Wait> waits = new ArrayList<>();
        switch (target) {
            case LockCore lock when lock.holder() != null ->
                waits.add(new Wait(task, lock.holder(), base + ", held by " + lock.holder().name()));
            case VirtualWork work when work.queue() != null -> {
                VirtualWorkQueue queue = work.queue();
                String what = queue.running() == work ? "which runs"
                    : "queued behind " + (queue.running() == null ? "nothing" : queue.running().name());
                waits.add(new Wait(task, queue.worker(), base + ", " + what + " on " + queue.name()));
            }
            case VirtualWorkQueue queue -> waits.add(new Wait(task, queue.worker(),
                base + ", which runs " + (queue.running() == null ? "nothing" : queue.running().name())));
            case VirtualKThread thread -> waits.add(new Wait(task, thread.task(), base + ", which has not ended"));
            case VirtualTasklet tasklet -> waits.add(new Wait(task, tasklet.runner(), base + ", which has not ended"));
            case VirtualTimer timer when timer.runner() != null ->
                waits.add(new Wait(task, timer.runner(), base + ", whose function has not ended"));
            case WakeSource source -> {
                for (Task waker : source.wakers().tasks()) {
                    waits.add(new Wait(task, waker, base + ", woken so far by " + waker.name()));
                }
            }
            case null, default -> { }
        }
        return waits;
    }

    static List<String> explainCycle(List<Task> stuck) {
        for (Task start : stuck) {
            List<Wait> path = new ArrayList<>();
            if (search(start, start, path, new HashSet<>())) {
                return path.stream().map(WaitGraph::line).toList();
            }
        }
        return List.of();
    }

    private static boolean search(Task at, Task goal, List<Wait> path, Set<Task> seen) {
        for (Wait wait : waits(at)) {
            path.add(wait);
            if (wait.to == goal || wait.to.isBlocked() && seen.add(wait.to) && search(wait.to, goal, path, seen)) {
                return true;
            }
            path.remove(path.size() - 1);
        }
        return false;
    }

    private static String line(Wait wait) {
        Task from = wait.from;
        return from.name() + (from.label().equals(from.name()) ? "" : " (running " + from.label() + ")") + ' ' + wait.why;
    }
}
