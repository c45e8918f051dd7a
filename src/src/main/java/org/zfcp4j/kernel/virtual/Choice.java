// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

/**
 * What a {@link Scheduler} chooses from: the current task if it can go on, then the other runnable tasks in the order in
 * which they became runnable, then, where the strategy takes early time into account, letting time advance.
 */
public final class Choice {
    private final Engine engine;
    private Task current;

    Choice(Engine engine) {
        this.engine = engine;
    }

    Choice of(Task runnableCurrent) {
        current = runnableCurrent;
        return this;
    }

    /** Number of runnable tasks. */
    public int size() {
        return engine.readyCount() + (current != null ? 1 : 0);
    }

    /** A runnable task; {@link Task#operation} tells what it will do. */
    public Task task(int index) {
        if (current == null) {
            return engine.ready(index);
        }
        return index == 0 ? current : engine.ready(index - 1);
    }

    /** The task that ran until now, at index 0, if it can go on; else null. */
    public Task current() {
        return current;
    }

    /** Index of the task that lets others go first though it could go on, as the hardware does after each step; -1 if there is none. */
    public int yielded() {
        Task task = engine.yielded();
        for (int i = 0; task != null && i < size(); i++) {
            if (task(i) == task) {
                return i;
            }
        }
        return -1;
    }

    /** The index that stands for letting time advance to {@link #nextEvent}, or -1 if that is not on offer. */
    public int advance() {
        return engine.mayAdvance() ? size() : -1;
    }

    /** Virtual time of the next timer, sleep or hardware event in nanoseconds; {@link Long#MAX_VALUE} if there is none. */
    public long nextEvent() {
        return engine.nextEvent();
    }

    /** What the next event is; null if there is none. */
    public String nextEventName() {
        return engine.nextEventName();
    }

    /** True if the next event is the end of a sleep, not a timer, a time limit or the hardware. */
    public boolean nextIsWakeUp() {
        return engine.nextIsWakeUp();
    }

    /** Virtual time in nanoseconds. */
    public long now() {
        return engine.now();
    }

    /**
     * Digest of the state: two runs of the same program in which it is equal have the same future, if they decide alike.
     * Needs {@link VirtualConfig#tracksState}.
     */
    public long fingerprint() {
        return engine.fingerprint();
    }

    /** Number of the decision within the run, from 0. */
    public long number() {
        return engine.decisions();
    }
}
