// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import org.zfcp4j.kernel.virtual.Choice;
import org.zfcp4j.kernel.virtual.Scheduler;
import org.zfcp4j.kernel.virtual.SeededRandom;

/**
 * A random schedule of a busy machine: tasks are preempted now and then, the channel may run ahead of a runnable task, and once in
 * a while a task is held up for some milliseconds, while all others run and time passes.
 */
final class Bustle implements Scheduler {
    private static final int PREEMPT_PER_MILLE = 80;
    private static final int ADVANCE_PER_MILLE = 30;
    private static final int HOLD_PER_MILLE = 2;
    private static final int LONGEST_MILLIS = 30;
    /** Events that are due within this time may come before a runnable task. */
    private static final long NEAR_NANOS = 1_000_000;

    private final SeededRandom random;
    private final HeldTask held;

    Bustle(long seed) {
        random = new SeededRandom(seed);
        held = new HeldTask(random, LONGEST_MILLIS);
    }

    @Override
    public int choose(Choice choice) {
        long now = choice.now();
        if (held.isNone(now) && random.chance(HOLD_PER_MILLE)) {
            held.hold(choice);
        }
        if (choice.advance() >= 0 && choice.nextEvent() - now < NEAR_NANOS && random.chance(ADVANCE_PER_MILLE)) {
            return choice.advance();
        }
        boolean stay = choice.current() != null && !held.is(choice.current()) && !random.chance(PREEMPT_PER_MILLE);
        return stay ? 0 : held.another(choice);
    }

    @Override
    public boolean advancesEarly() {
        return true;
    }
}
