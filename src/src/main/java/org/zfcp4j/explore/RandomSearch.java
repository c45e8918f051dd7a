// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zfcp4j.kernel.virtual.Draws;
import org.zfcp4j.kernel.virtual.Scheduler;

/** Executions with random schedules, one seed after the other: the first of them that is wrong depends on the first seed only. */
final class RandomSearch {
    /** One execution of so many begins anew. */
    private static final int ANEW = 5;
    /** A process of a scenario draws up to a hundred numbers or two; the first ones decide most. */
    private static final int DRAWS_BITS = 8;

    private final Program program;
    private final SearchOptions options;
    private final SearchBudget budget;
    private final LoopAlarm alarm = new LoopAlarm();
    private Sharing sharing;
    private PointFilter points;
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private volatile long executions;
    private volatile long decisions;
    private int length = 64;
    private final Corpus corpus = new Corpus();

    RandomSearch(Program program, SearchOptions options, SearchBudget budget) {
        this.program = program;
        this.options = options;
        this.budget = budget;
    }

    List<Finding> search() {
        alarm.run(this::runAll);
        return List.copyOf(findings.values());
    }

    private void runAll() {
        sharing = Sharing.scout(program, alarm);
        points = new PointFilter(sharing, program.reduction());
        for (long seed = options.seed() + options.shard().index() - 1; !budget.isUsed(executions) && !done(); seed += options.shard().count()) {
            Execution execution = run(seed);
            decisions += execution.result().schedule().choices().length;
            executions++;
            Finding found = Finding.of(execution);
            if (found != null) {
                findings.putIfAbsent(execution.kind(), found);
            }
        }
    }

    private boolean done() {
        return !findings.isEmpty() && findings.keySet().containsAll(program.kinds());
    }

    private Execution run(long seed) {
        if (options.strategy() == Strategy.COVERAGE) {
            return guided(seed);
        }
        if (options.strategy() == Strategy.RANDOM) {
            return Execution.run(program, new Execution.Settings(new UniformScheduler(seed, points)).accesses(sharing).alarm(alarm));
        }
        PctScheduler pct = new PctScheduler(seed, options.preemptions() + 1, length, points);
        Execution execution = Execution.run(program, new Execution.Settings(pct).accesses(sharing).alarm(alarm));
        length = Math.max(length, pct.points());
        return execution;
    }

    /**
     * Changes an execution that has covered something new, or begins anew: another schedule from some place on, or, where the program draws, other
     * random numbers from some place on, with the same schedule as long as it can be followed.
     */
    private Execution guided(long seed) {
        RandomNumbers random = new RandomNumbers(~seed);
        UniformScheduler rest = new UniformScheduler(seed, points);
        Scheduler scheduler = rest;
        Draws draws = Draws.of(seed);
        if (!corpus.isEmpty() && random.below(ANEW) != 0) {
            Corpus.Kept kept = corpus.any(random);
            boolean redraws = program.isRandom() && random.below(2) == 0;
            draws = redraws ? kept.draws().turned(random.below(1 << random.below(DRAWS_BITS)), seed) : kept.draws();
            int length = kept.choices().length;
            scheduler = new GuidedScheduler(kept.choices(), redraws ? length : random.below(length + 1), rest);
        }
        Coverage coverage = new Coverage(sharing);
        Execution execution = Execution.run(program.with(draws), new Execution.Settings(scheduler).accesses(coverage).alarm(alarm)
                .onEnd(instance -> instance.cover(coverage)));
        coverage.branches();
        corpus.add(coverage, execution);
        return execution;
    }

    /** Nothing, unless it is what the search goes by. */
    Covered covered() {
        return options.strategy() == Strategy.COVERAGE ? corpus.covered() : Covered.NOT_ASKED;
    }

    Progress progress() {
        return new Progress(executions, 0, 0, decisions, 0, budget.left(executions), -1);
    }
}
