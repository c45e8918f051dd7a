// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.race;

import java.util.Arrays;

/** How far each task was when something was last heard of it, directly or through others. */
final class VectorClock {
    private int[] times = new int[16];

    VectorClock() {
    }

    VectorClock(VectorClock other) {
        times = other.times.clone();
    }

    int get(int task) {
        return task < times.length ? times[task] : 0;
    }

    void tick(int task) {
        grow(task);
        times[task]++;
    }

    /** Hears of all that {@code other} has heard of. */
    void join(VectorClock other) {
        grow(other.times.length - 1);
        for (int i = 0; i < other.times.length; i++) {
            times[i] = Math.max(times[i], other.times[i]);
        }
    }

    private void grow(int task) {
        if (task >= times.length) {
            times = Arrays.copyOf(times, Math.max(task + 1, 2 * times.length));
        }
    }
}
