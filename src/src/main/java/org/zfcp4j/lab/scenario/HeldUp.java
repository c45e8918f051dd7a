// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import org.zfcp4j.kernel.virtual.Choice;
import org.zfcp4j.kernel.virtual.Scheduler;
import org.zfcp4j.kernel.virtual.SeededRandom;

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
    private final HeldTask held;

    HeldUp(long seed) {
        random = new SeededRandom(seed);
        held = new HeldTask(random, LONGEST_MILLIS);
    }

    @Override
    public int choose(Choice choice) {
        if (held.isNone(choice.now()) && holds < MOST_HOLDS && random.chance(HOLD_PER_MILLE)) {
            holds++;
            held.hold(choice);
        }
        boolean stay = choice.current() != null && !held.is(choice.current()) && !random.chance(PREEMPT_PER_MILLE);
        return stay ? 0 : held.another(choice);
    }

    @Override
    public boolean advancesEarly() {
        return true;
    }
}
