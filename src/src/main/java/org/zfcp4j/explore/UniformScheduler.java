// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import org.zfcp4j.kernel.virtual.Choice;
import org.zfcp4j.kernel.virtual.Scheduler;
import org.zfcp4j.kernel.virtual.Task;

/** A uniform walk: at each point of decision every runnable task, and early time, is as likely as every other. */
final class UniformScheduler implements Scheduler {
    private final RandomNumbers random;
    private final PointFilter points;

    UniformScheduler(long seed, PointFilter points) {
        this.random = new RandomNumbers(seed);
        this.points = points;
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
        int first = random.below(choice.size() + (points.mayAdvance(choice) ? 1 : 0));
        return first == choice.size() ? choice.advance() : points.foreground(choice, first);
    }
}
