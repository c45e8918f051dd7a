// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import org.zfcp4j.kernel.virtual.Choice;
import org.zfcp4j.kernel.virtual.SeededRandom;
import org.zfcp4j.kernel.virtual.Task;

/** The task that a schedule holds up for some milliseconds, if there is one. */
final class HeldTask {
    /**
     * Consecutive decisions without progress of time, after which the task is released: others may poll for it, as a tasklet of
     * level 7.1 does until the interrupt is taken whose indicator it has seen. On a real machine that takes time.
     */
    private static final int PATIENCE = 5000;

    private final SeededRandom random;
    private final int longestMillis;
    private Task held;
    /** Virtual time in nanoseconds. */
    private long until;
    private long last;
    private int decisions;

    /** @param longestMillis the most that a task is held up */
    HeldTask(SeededRandom random, int longestMillis) {
        this.random = random;
        this.longestMillis = longestMillis;
    }

    /** Lets go of the task if its time is over; true if none is held then. */
    boolean isNone(long now) {
        decisions = now == last ? decisions + 1 : 0;
        last = now;
        if (held != null && (now >= until || decisions > PATIENCE)) {
            held = null;
        }
        return held == null;
    }

    /** Holds up any of those that could run. */
    void hold(Choice choice) {
        hold(choice.task(random.below(choice.size())), choice.now());
    }

    /** Holds up this one. */
    void hold(Task task, long now) {
        held = task;
        until = now + (1 + random.below(longestMillis)) * 1_000_000L;
    }

    boolean is(Task task) {
        return task == held;
    }

    /** Any task but the one that is held up; if there is no other, time advances, unless no event is due in that time. */
    int another(Choice choice) {
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
}
