// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.cost;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.zfcp4j.kernel.virtual.Choice;
import org.zfcp4j.kernel.virtual.Scheduler;
import org.zfcp4j.kernel.virtual.SeededRandom;
import org.zfcp4j.kernel.virtual.Task;
import org.zfcp4j.kernel.virtual.TaskKind;

/**
 * The clocks of the processors, in cycles: whoever is earliest goes on. A task that another one has made runnable begins no earlier
 * than that; one that has to wait for a lock goes on when it was released. On a processor a process is interrupted by interrupts only.
 */
final class Processors implements Scheduler {
    /** A task, and from when on it can go on. */
    private static final class Placed {
        final int processor;
        /** The decision at which it was last among the runnable ones. */
        long offered = -1;
        long readyAt;

        Placed(int processor) {
            this.processor = processor;
        }
    }

    private final Placement placement;
    private final SeededRandom random;
    private final long[] clocks;
    private final Task[] occupants;
    private final Map<Task, Placed> tasks = new HashMap<>();
    /** The task that runs, and where. */
    private Task running;
    private int processor;
    private int signalled;
    private long decisions;

    Processors(int count, Placement placement, long seed) {
        this.placement = placement;
        this.random = new SeededRandom(seed);
        this.clocks = new long[count];
        this.occupants = new Task[count];
    }

    /** The processor on which {@code task}, which runs, does so. */
    int of(Task task) {
        if (task != running) {
            begin(task);
        }
        return processor;
    }

    /** The running task takes so long. */
    void pass(long cycles) {
        clocks[processor] += cycles;
    }

    /** The running task goes on no earlier than that. */
    void awaitUntil(long time) {
        clocks[processor] = Math.max(clocks[processor], time);
    }

    /** The clock of the running task. */
    long now() {
        return clocks[processor];
    }

    /** The running task has signalled the channel. */
    void signal() {
        signalled = processor;
    }

    /** Cycles of the processor that is furthest. */
    long latest() {
        long latest = 0;
        for (long clock : clocks) {
            latest = Math.max(latest, clock);
        }
        return latest;
    }

    /** All processors begin at the same time. */
    void align() {
        Arrays.fill(clocks, latest());
    }

    private Placed placed(Task task) {
        return tasks.computeIfAbsent(task, t -> new Placed(placement.processor(t, clocks.length)));
    }

    private int home(Task task) {
        boolean follows = task.kind() == TaskKind.CHANNEL && placement == Placement.TOGETHER;
        return follows ? signalled : placed(task).processor;
    }

    private void begin(Task task) {
        Placed next = placed(task);
        long now = running == null ? 0 : clocks[processor];
        long from = next.offered == decisions ? next.readyAt : now;
        processor = home(task);
        clocks[processor] = Math.max(clocks[processor], from);
        next.offered = -1;
        running = task;
        if (task.kind().maySleep()) {
            occupants[processor] = task;
        }
    }

    @Override
    public int choose(Choice choice) {
        long now = running == null ? 0 : clocks[processor];
        for (int i = 0; i < choice.size(); i++) {
            Placed placed = placed(choice.task(i));
            if (placed.offered != decisions) {
                placed.readyAt = now;
            }
            placed.offered = decisions + 1;
        }
        decisions++;
        int best = -1;
        long earliest = Long.MAX_VALUE;
        int equal = 0;
        for (int i = 0; i < choice.size(); i++) {
            Task task = choice.task(i);
            if (isOccupied(choice, task)) {
                continue;
            }
            long start = Math.max(clocks[home(task)], placed(task).readyAt);
            if (start < earliest) {
                earliest = start;
                best = i;
                equal = 1;
            } else if (start == earliest && task != running && choice.task(best) != running && random.below(++equal) == 0) {
                best = i;
            }
        }
        Task next = choice.task(best);
        if (next == running) {
            placed(next).offered = -1;
        } else {
            begin(next);
        }
        return best;
    }

    /** True if the processor of a process runs another one, which could go on. */
    private boolean isOccupied(Choice choice, Task task) {
        Task occupant = occupants[home(task)];
        if (!task.kind().maySleep() || occupant == null || occupant == task) {
            return false;
        }
        for (int i = 0; i < choice.size(); i++) {
            if (choice.task(i) == occupant) {
                return true;
            }
        }
        return false;
    }
}
