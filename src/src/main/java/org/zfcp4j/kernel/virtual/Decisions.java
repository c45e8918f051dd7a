// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.Arrays;

/** What the scheduler chose, in order. Of the current task. */
final class Decisions {
    private int[] chosen = new int[64];
    private int count;

    int count() {
        return count;
    }

    /** @param task id of the task that goes on, or {@link Schedule#ADVANCE} */
    void add(int task) {
        if (count == chosen.length) {
            chosen = Arrays.copyOf(chosen, 2 * count);
        }
        chosen[count++] = task;
    }

    int[] toArray() {
        return Arrays.copyOf(chosen, count);
    }
}
