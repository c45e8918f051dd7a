// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import java.util.function.Supplier;
import org.zfcp4j.kernel.virtual.Draws;
import org.zfcp4j.kernel.virtual.FifoScheduler;
import org.zfcp4j.kernel.virtual.Scheduler;
import org.zfcp4j.lab.JournalListener;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.lab.WorldResult;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.zfcp.def.RefillPolicy;

/** Plays moments. */
public final class Player {
    /** Seeds that are tried before a search is given up. */
    public static final int MOST_TRIES = 300;

    private final PlayOptions options;
    private final Supplier<? extends JournalListener> listeners;

    public Player(PlayOptions options) {
        this(options, () -> JournalListener.NONE);
    }

    /** @param listeners gives one for each world with a journal, before it starts: the last one has seen the run that is returned */
    public Player(PlayOptions options, Supplier<? extends JournalListener> listeners) {
        this.options = options;
        this.listeners = listeners;
    }

    private WorldResult play(Moment moment, RefillPolicy policy, Draws draws, Scheduler scheduler, boolean journal) {
        WorldConfig config = new WorldConfig().policy(policy).level(options.level()).draws(draws).srbLimit(options.srbLimit()).real(options.real())
                .scheduler(scheduler).journal(journal).races(Memory.CHECKED).startMicros(options.startMicros());
        if (journal) {
            config.journalListener(listeners.get());
        }
        moment.configure(config);
        config.parts(options.parts()).faults(options.faults());
        if (options.blockTargetsMillis() != PlayOptions.BY_MOMENT) {
            config.blockTargetsMillis(options.blockTargetsMillis());
        }
        return World.play(config, moment::play);
    }

    /** With the random schedule of a seed; without a journal. */
    public MomentRun seeded(Moment moment, RefillPolicy policy, long seed) {
        return scheduledWithoutJournal(moment, policy, seed, moment.scheduler(seed));
    }

    /** The same with a journal: what happens is the same, byte for byte. */
    public MomentRun seededWithJournal(Moment moment, RefillPolicy policy, long seed) {
        WorldResult result = play(moment, policy, Draws.of(seed), moment.scheduler(seed), true);
        return new MomentRun(policy.policyName(), moment, seed, 1, true, false, result);
    }

    /** With this strategy, which is an object of its own for each run, and a journal. */
    public MomentRun scheduled(Moment moment, RefillPolicy policy, Draws draws, Scheduler scheduler) {
        WorldResult result = play(moment, policy, draws, scheduler, true);
        return new MomentRun(policy.policyName(), moment, draws.seed(), 1, true, false, result);
    }

    /** The same without a journal. */
    public MomentRun scheduledWithoutJournal(Moment moment, RefillPolicy policy, long seed, Scheduler scheduler) {
        WorldResult result = play(moment, policy, Draws.of(seed), scheduler, false);
        return new MomentRun(policy.policyName(), moment, seed, 1, true, false, result);
    }

    /**
     * As the moment needs it: first-in-first-out or, where a random schedule is needed, with the first seed from {@code seed} on
     * that is decisive. On real threads, as scheduled by the system. With a journal.
     */
    public MomentRun decisive(Moment moment, RefillPolicy policy, long seed) {
        String name = policy.policyName();
        if (options.real() || !moment.isSearched()) {
            WorldResult result = play(moment, policy, Draws.of(seed), new FifoScheduler(), true);
            return new MomentRun(name, moment, seed, 1, true, options.real() && moment.isSearched(), result);
        }
        for (int i = 0;; i++) {
            WorldResult result = play(moment, policy, Draws.of(seed + i), moment.scheduler(seed + i), true);
            boolean decisive = moment.isDecisive(result, name);
            if (decisive || i + 1 == MOST_TRIES) {
                return new MomentRun(name, moment, seed + i, i + 1, decisive, false, result);
            }
        }
    }
}
