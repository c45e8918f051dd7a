// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

/**
 * Random: every runnable task is equally likely. The current task is preempted, and time advances early, as often as is
 * said, in thousandths of the decisions.
 */
public final class SeededScheduler implements Scheduler {
    private final SeededRandom random;
    private final int preemptPerMille;
    private final int advancePerMille;

    /** Preempts at every tenth point where it could; time never advances early. */
    public SeededScheduler(long seed) {
        this(seed, 100, 0);
    }

    /**
     * @param preemptPerMille how often the current task is preempted where it could go on
     * @param advancePerMille how often time advances to the next event although a task is runnable
     */
    public SeededScheduler(long seed, int preemptPerMille, int advancePerMille) {
        this.random = new SeededRandom(seed);
        this.preemptPerMille = preemptPerMille;
        this.advancePerMille = advancePerMille;
    }

    @Override
    public int choose(Choice choice) {
        int size = choice.size();
        int advance = choice.advance();
        if (advance >= 0 && random.chance(advancePerMille)) {
            return advance;
        }
        if (choice.current() == null) {
            return random.below(size);
        }
        if (size == 1 || !random.chance(preemptPerMille)) {
            return 0;
        }
        return 1 + random.below(size - 1);
    }

    @Override
    public boolean preempts() {
        return preemptPerMille > 0;
    }

    @Override
    public boolean advancesEarly() {
        return advancePerMille > 0;
    }
}
