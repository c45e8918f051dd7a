// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import org.zfcp4j.kernel.virtual.Choice;
import org.zfcp4j.kernel.virtual.Task;

/** Where a random strategy decides: at operations that others can observe, except those that the program's {@link Reduction} excludes. */
final class PointFilter {
    private final Sharing sharing;
    private final Reduction reduction;

    PointFilter(Sharing sharing, Reduction reduction) {
        this.sharing = sharing;
        this.reduction = reduction;
    }

    boolean isPoint(Task task) {
        return !reduction.isBackground(task) && sharing.isVisible(task);
    }

    boolean advancesEarly() {
        return reduction.earlyTime() != Reduction.EarlyTime.NEVER;
    }

    boolean mayAdvance(Choice choice) {
        return choice.advance() >= 0 && (reduction.earlyTime() == Reduction.EarlyTime.EVER || choice.nextIsWakeUp());
    }

    /**
     * A runnable task of the background, if the current one cannot go on: it is through before anything is decided, since somebody
     * may wait for it. Negative if there is none.
     */
    int background(Choice choice) {
        for (int i = 0; choice.current() == null && i < choice.size(); i++) {
            if (reduction.isBackground(choice.task(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The given choice, or if that task is in the background the next one that is not, or the current one. */
    int foreground(Choice choice, int wanted) {
        int size = choice.size();
        for (int i = 0; i < size; i++) {
            int pick = (wanted + i) % size;
            if (!reduction.isBackground(choice.task(pick))) {
                return pick;
            }
        }
        return wanted;
    }
}
