// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.ArrayList;
import java.util.List;

/**
 * Who is blocked forever, on what, and why.
 *
 * @param blocked the tasks that will never run again, without those that are idle
 * @param cycle one line for each step of a cycle of waits; empty if none could be made out
 */
public record DeadlockReport(List<Blocked> blocked, List<String> cycle) {
    /**
     * A blocked task.
     *
     * @param running the work item, tasklet or timer that runs in it; else its name
     * @param target what it waits for; null if that has no name
     * @param reason one line: what it waits for, who has it
     * @param lostWakeup true if what it waits for is the case
     * @param stack where it is, innermost first
     */
    public record Blocked(String task, TaskKind kind, String running, Operation operation, String target, String reason,
            boolean lostWakeup, List<StackTraceElement> stack) {
        @Override
        public String toString() {
            String where = stack.isEmpty() ? "" : " at " + stack.get(0);
            return task + (running.equals(task) ? "" : " running " + running) + ": " + reason
                + (lostWakeup ? " (which is so: a wake-up was lost)" : "") + where;
        }
    }

    /** Null if no task is blocked forever that should not be. */
    static DeadlockReport find(List<Task> tasks) {
        List<Task> stuck = new ArrayList<>();
        List<Blocked> blocked = new ArrayList<>();
        for (Task task : tasks) {
            boolean lost = WaitGraph.isConditionTrue(task);
            if (lost || task.isBlocked() && !WaitGraph.isIdle(task)) {
                stuck.add(task);
                blocked.add(new Blocked(task.name(), task.kind(), task.label(), task.operation(),
                    task.target() == null ? null : task.target().name(), WaitGraph.reason(task), lost, List.of(task.stack())));
            }
        }
        return stuck.isEmpty() ? null : new DeadlockReport(List.copyOf(blocked), WaitGraph.explainCycle(stuck));
    }

    public boolean isLostWakeup() {
        return blocked.stream().anyMatch(Blocked::lostWakeup);
    }

    /** One line. */
    public String summary() {
        List<String> names = blocked.stream().map(Blocked::task).toList();
        return (isLostWakeup() ? "lost wake-up: " : "blocked forever: ") + String.join(", ", names);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(summary());
        blocked.forEach(task -> out.append(System.lineSeparator()).append("  ").append(task));
        if (!cycle.isEmpty()) {
            out.append(System.lineSeparator()).append("  circle:");
            cycle.forEach(line -> out.append(System.lineSeparator()).append("    ").append(line));
        }
        return out.toString();
    }
}
