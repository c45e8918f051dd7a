// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zfcp4j.kernel.virtual.Choice;
import org.zfcp4j.kernel.virtual.Scheduler;
import org.zfcp4j.kernel.virtual.Task;
import org.zfcp4j.kernel.virtual.TaskKind;

/**
 * Lets a {@link Plan} decide which of the two threads of a race goes on, before each operation at which the recorded
 * enumeration could switch. Interrupts come at once and are not interrupted. Outside of the race, and for all other
 * threads, nobody is preempted.
 */
final class RaceScheduler implements Scheduler {
    /** The threads. */
    static final String ERP = "erp";
    static final String STAT_WORK = "stat_work";

    /** What a thread does next, in the words of the recording. */
    record Step(String thread, String operation) {
    }

    /** Decides. */
    interface Plan {
        /**
         * One of the threads goes on.
         *
         * @param runnable what each runnable thread does next, at least one
         * @param current index in it of the thread that ran until now, or -1 if it cannot go on
         * @return index in it
         */
        int choose(List<Step> runnable, int current);
    }

    private static final String START = "start";
    private static final String LOCK = "req_q_lock";
    private static final String DO_QDIO = "do_QDIO";
    private static final String WORKER_PREFIX = "zfcp_q_";

    private final Plan plan;
    private final InterruptsFirst others = new InterruptsFirst();
    private final Set<String> started = new HashSet<>();
    private final Set<String> sending = new HashSet<>();
    private boolean racing;

    RaceScheduler(Plan plan) {
        this.plan = plan;
    }

    /** The race begins: there are the two threads, and the script, which goes on when both are through. */
    void begin() {
        racing = true;
    }

    void end() {
        racing = false;
    }

    @Override
    public int choose(Choice choice) {
        Task current = choice.current();
        if (current != null && (!racing || current.kind() != TaskKind.USER && current.kind() != TaskKind.WORKER)) {
            return 0;
        }
        if (!racing) {
            return others.choose(choice);
        }
        for (int i = 0; i < choice.size(); i++) {
            if (!choice.task(i).kind().maySleep()) {
                return i;
            }
        }
        return race(choice);
    }

    private int race(Choice choice) {
        Task current = choice.current();
        if (current != null && nameOf(current) != null && operationOf(current) == null) {
            return 0;
        }
        List<Step> runnable = new ArrayList<>(2);
        List<Integer> indexes = new ArrayList<>(2);
        int currentIndex = -1;
        for (int i = 0; i < choice.size(); i++) {
            Task task = choice.task(i);
            if (nameOf(task) != null) {
                if (task == current) {
                    currentIndex = runnable.size();
                }
                String operation = operationOf(task);
                runnable.add(new Step(nameOf(task), operation == null ? "" : operation));
                indexes.add(i);
            }
        }
        if (runnable.isEmpty()) {
            return 0;
        }
        int chosen = plan.choose(runnable, currentIndex);
        note(runnable.get(chosen));
        return indexes.get(chosen);
    }

    /** A second occurrence that looks the same is not the same step. */
    private void note(Step step) {
        switch (step.operation()) {
            case START -> started.add(step.thread());
            case DO_QDIO -> sending.add(step.thread());
            case LOCK -> sending.remove(step.thread());
            default -> { }
        }
    }

    private static String nameOf(Task task) {
        if (task.kind() == TaskKind.USER && task.name().equals(ERP)) {
            return ERP;
        }
        return task.kind() == TaskKind.WORKER && task.name().startsWith(WORKER_PREFIX) ? STAT_WORK : null;
    }

    /** What the recording calls what the task does next; null for what is none of its operations. */
    private String operationOf(Task task) {
        String target = task.target() == null ? "" : task.target().name();
        return switch (task.operation()) {
            case START, START_WORK -> started.contains(nameOf(task)) ? null : START;
            case SPIN_LOCK -> target.equals(LOCK) ? LOCK : null;
            case ATOMIC_SET -> target.equals("stat_miss") ? "stat_miss.set" : null;
            case ATOMIC_READ -> switch (target) {
                case "stat_miss" -> "stat_miss.read";
                // What do_QDIO looks at first, and later again.
                case "qdio_irq_state" -> sending.contains(nameOf(task)) ? null : DO_QDIO;
                default -> null;
            };
            case ATOMIC_ADD, ATOMIC_MODIFY -> target.equals("stat_miss") ? "stat_miss.add" : null;
            default -> null;
        };
    }
}
