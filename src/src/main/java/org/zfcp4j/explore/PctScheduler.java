// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.util.HashMap;
import java.util.Map;
import org.zfcp4j.kernel.virtual.Choice;
import org.zfcp4j.kernel.virtual.Scheduler;
import org.zfcp4j.kernel.virtual.Task;

/**
 * Probabilistic concurrency testing: each task gets a priority at random when it is first seen, the runnable task with the highest
 * one runs, and at {@code depth - 1} points of decision, chosen at random beforehand, the running task falls below all others (or,
 * as likely, time advances). A fault that takes {@code depth} orderings is found with a probability of at least one in n * k^(depth-1)
 * for n tasks and k points.
 */
final class PctScheduler implements Scheduler {
    private final RandomNumbers random;
    private final PointFilter points;
    private final int[] changes;
    private final Map<Integer, Integer> priorities = new HashMap<>();
    private int point;
    private int lowest;

    /** @param length points of decision that an execution has, as far as is known */
    PctScheduler(long seed, int depth, int length, PointFilter points) {
        this.random = new RandomNumbers(seed);
        this.points = points;
        this.changes = new int[Math.max(0, depth - 1)];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = random.below(Math.max(1, length));
        }
    }

    @Override
    public boolean advancesEarly() {
        return points.advancesEarly();
    }

    @Override
    public int choose(Choice choice) {
        Task current = choice.current();
        if (current != null && !points.isPoint(current)) {
            return 0;
        }
        int background = points.background(choice);
        if (background >= 0) {
            return background;
        }
        for (int change : changes) {
            if (change == point) {
                if (points.mayAdvance(choice) && random.below(2) == 0) {
                    point++;
                    return choice.advance();
                }
                priorities.put(choice.task(best(choice)).id(), --lowest);
            }
        }
        point++;
        return points.foreground(choice, best(choice));
    }

    private int best(Choice choice) {
        int best = 0;
        for (int i = 0; i < choice.size(); i++) {
            if (priority(choice.task(i)) > priority(choice.task(best))) {
                best = i;
            }
        }
        return best;
    }

    private int priority(Task task) {
        return priorities.computeIfAbsent(task.id(), id -> 1 + random.below(1 << 20));
    }

    /** How many points of decision there were. */
    int points() {
        return point;
    }
}
