// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

/** Repeats the decisions of a {@link Schedule}; then goes on with another strategy, if there is one. */
public final class ReplayScheduler implements Scheduler {
    /** The run is not the recorded one: the program or its input differs. */
    public static final class Divergence extends RuntimeException {
        private static final long serialVersionUID = 1;

        Divergence(String message) {
            super(message);
        }
    }

    private final Schedule schedule;
    private final Scheduler then;
    private int next;

    /** A run that needs more decisions than were recorded diverges. */
    public ReplayScheduler(Schedule schedule) {
        this(schedule, null);
    }

    /** @param then decides after the recorded decisions; it is asked where the recorded strategy was asked */
    public ReplayScheduler(Schedule schedule, Scheduler then) {
        this.schedule = schedule;
        this.then = then;
    }

    @Override
    public int choose(Choice choice) {
        if (next == schedule.choices().length) {
            if (then == null) {
                throw new Divergence("the run goes on after the " + next + " recorded decisions");
            }
            return then.choose(choice);
        }
        int id = schedule.choices()[next++];
        if (id == Schedule.ADVANCE) {
            if (choice.advance() >= 0) {
                return choice.advance();
            }
        } else {
            for (int i = 0; i < choice.size(); i++) {
                if (choice.task(i).id() == id) {
                    return i;
                }
            }
        }
        throw new Divergence("decision " + (next - 1) + " was for " + (id == Schedule.ADVANCE ? "time" : "task " + id)
            + ", which is not among " + describe(choice));
    }

    /** Number of recorded decisions not made yet. */
    public int remaining() {
        return schedule.choices().length - next;
    }

    private static String describe(Choice choice) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < choice.size(); i++) {
            out.append(i == 0 ? "" : ", ").append(choice.task(i).id()).append(' ').append(choice.task(i).name());
        }
        return out.toString();
    }

    @Override
    public boolean preempts() {
        return schedule.preempts();
    }

    @Override
    public boolean advancesEarly() {
        return schedule.advancesEarly();
    }
}
