// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import org.zfcp4j.kernel.virtual.Choice;
import org.zfcp4j.kernel.virtual.Schedule;
import org.zfcp4j.kernel.virtual.Scheduler;

/** Follows the beginning of another schedule as long as that is possible, then leaves the rest to a random one. */
final class GuidedScheduler implements Scheduler {
    private final int[] begin;
    private final int length;
    private final UniformScheduler rest;
    private int position;
    private boolean left;

    /** @param length choices of {@code begin} that are followed */
    GuidedScheduler(int[] begin, int length, UniformScheduler rest) {
        this.begin = begin;
        this.length = length;
        this.rest = rest;
    }

    @Override
    public int choose(Choice choice) {
        if (!left && position < length) {
            int id = begin[position++];
            if (id == Schedule.ADVANCE && choice.advance() >= 0) {
                return choice.advance();
            }
            for (int i = 0; i < choice.size(); i++) {
                if (choice.task(i).id() == id) {
                    return i;
                }
            }
            left = true;
        }
        return rest.choose(choice);
    }

    @Override
    public boolean advancesEarly() {
        return rest.advancesEarly();
    }
}
