// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.race;

import java.util.ArrayList;
import java.util.List;

/**
 * The places of tasks in vector clocks. The place of a task that has ended is given to one whose maker has heard of all that the old one did: what is
 * ordered after the new task is then ordered after the old one, too, and the clocks stay as short as there are tasks at a time, about.
 */
final class Places {
    /** Of those that are free, so many are looked at; the oldest is the one that most have heard of. */
    private static final int LOOKS = 32;

    /**
     * A place that was left.
     *
     * @param time the last one of its task
     */
    private record Left(int place, int time) {
    }

    private final List<Left> left = new ArrayList<>();
    private int next;

    /** One for a task whose maker has that clock. */
    int take(VectorClock maker) {
        for (int i = 0; i < Math.min(LOOKS, left.size()); i++) {
            if (left.get(i).time <= maker.get(left.get(i).place)) {
                return left.remove(i).place;
            }
        }
        return next++;
    }

    void leave(int place, int time) {
        left.add(new Left(place, time));
    }
}
