// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Searches a program for schedules that violate an invariant or deadlock, and simplifies what it finds. */
public final class Search {
    /** Seconds that making a counterexample shorter may take. */
    private static final double SHORTENING_SECONDS = 5;
    /** But so much less if the search itself was quick. */
    private static final double SHORTENING_PART = 0.5;
    private static final int PROGRESS_MILLIS = 200;

    private final Program program;
    private final SearchOptions options;
    /** What the search has found out about the program's objects; null if it was a random one, or not yet run. */
    private Sharing sharing;
    private double seconds = SHORTENING_SECONDS;

    public Search(Program program, SearchOptions options) {
        this.program = program;
        this.options = options;
    }

    /** @param watch told from time to time how far the search has got, in another thread */
    public SearchResult run(Consumer<Progress> watch) {
        long start = System.nanoTime();
        SearchBudget budget = new SearchBudget(options.executions(), options.seconds());
        return options.strategy() == Strategy.DFS ? systematic(budget, watch, start) : random(budget, watch, start);
    }

    private SearchResult systematic(SearchBudget budget, Consumer<Progress> watch, long start) {
        DepthFirst search = new DepthFirst(program, options.bound(), budget).part(options.shard());
        List<Finding> findings = watched(watch, search::progress, () -> orLoop(() -> search.search(options.threads())));
        sharing = search.sharing();
        seconds = Math.min(SHORTENING_SECONDS, SHORTENING_PART * (System.nanoTime() - start) / 1e9);
        boolean lost = findings.stream().anyMatch(finding -> finding.execution().isLost());
        return result(findings, !lost && search.exhausted(), search.progress(), start, search.lockCycles(), Covered.NOT_ASKED,
                sharing.digest());
    }

    private SearchResult random(SearchBudget budget, Consumer<Progress> watch, long start) {
        RandomSearch search = new RandomSearch(program, options, budget);
        List<Finding> findings = watched(watch, search::progress, () -> orLoop(search::search));
        return result(findings, false, search.progress(), start, List.of(), search.covered(), "");
    }

    /** What was found, or the loop in which the search got lost. */
    private static List<Finding> orLoop(Supplier<List<Finding>> search) {
        try {
            return search.get();
        } catch (LoopAlarm.Raised loop) {
            return List.of(loop.finding());
        }
    }

    private static SearchResult result(List<Finding> findings, boolean exhausted, Progress progress, long start,
            List<String> lockCycles, Covered covered, String split) {
        Outcome outcome = !findings.isEmpty() ? findings.get(0).outcome() : exhausted ? Outcome.EXHAUSTED : Outcome.BUDGET_USED;
        return new SearchResult(outcome, findings, progress, (System.nanoTime() - start) / 1e9, exhausted,
            lockCycles, covered, split);
    }

    /**
     * Looks for a schedule of the same kind with fewer preemptions, and among those with the fewest for the one with the fewest
     * steps, for a few seconds at most.
     */
    public Finding simplify(Finding finding) {
        if (finding.execution().isLost()) {
            return finding;
        }
        Program drawn = program.with(finding.execution().draws());
        int preemptions = Preemptions.of(drawn, finding.schedule());
        DepthFirst search = new DepthFirst(drawn, preemptions, new SearchBudget(Long.MAX_VALUE, seconds), sharing)
            .shortest(finding.execution().kind());
        List<Finding> all = new ArrayList<>(orLoop(() -> search.search(options.threads())));
        all.removeIf(found -> !found.execution().kind().equals(finding.execution().kind())
            || found.outcome() != finding.outcome());
        all.add(finding);
        return all.stream().min(Comparator.<Finding>comparingInt(found -> Preemptions.of(drawn, found.schedule()))
            .thenComparingLong(found -> found.execution().result().steps())).orElse(finding);
    }

    private static <T> T watched(Consumer<Progress> watch, Supplier<Progress> progress,
            Supplier<T> work) {
        Thread watcher = Thread.ofPlatform().daemon().name("progress").start(() -> {
            try {
                while (true) {
                    Thread.sleep(PROGRESS_MILLIS);
                    watch.accept(progress.get());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            return work.get();
        } finally {
            watcher.interrupt();
        }
    }
}
