// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import org.zfcp4j.kernel.virtual.Choice;
import org.zfcp4j.kernel.virtual.Scheduler;
import org.zfcp4j.kernel.virtual.SeededRandom;
import org.zfcp4j.kernel.virtual.Task;

/**
 * A random schedule in which, a few times, a task does not get a processor for some milliseconds although it could run, while all
 * others go on and time passes.
 */
final class HeldUp implements Scheduler {
    private static final int PREEMPT_PER_MILLE = 50;
    private static final int HOLD_PER_MILLE = 10;
    private static final int MOST_HOLDS = 4;
    private static final int LONGEST_MILLIS = 40;

    private final SeededRandom random;
    private int holds;
    private Task held;
    private long until;

    HeldUp(long seed) {
        random = new SeededRandom(seed);
    }

    @Override
    public int choose(Choice choice) {
        if (held != null && choice.now() >= until) {
            held = null;
        }
        if (held == null && holds < MOST_HOLDS && random.chance(HOLD_PER_MILLE)) {
            holds++;
            held = choice.task(random.below(choice.size()));
            until = choice.now() + (1 + random.below(LONGEST_MILLIS)) * 1_000_000L;
        }
        boolean stay = choice.current() != null && choice.current() != held && !random.chance(PREEMPT_PER_MILLE);
        return stay ? 0 : another(choice);
    }

    /** Any task but the one that is held up; if there is no other, time goes on, unless nothing happens in that time. */
    private int another(Choice choice) {
        int size = choice.size();
        int start = random.below(size);
        for (int i = 0; i < size; i++) {
            int index = (start + i) % size;
            if (choice.task(index) != held) {
                return index;
            }
        }
        return choice.advance() >= 0 && choice.nextEvent() < until ? choice.advance() : start;
    }

    @Override
    public boolean advancesEarly() {
        return true;
    }
}
