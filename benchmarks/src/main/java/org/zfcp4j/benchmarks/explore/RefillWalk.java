// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.explore;

import org.zfcp4j.explore.Outcome;
import org.zfcp4j.explore.Progress;
import org.zfcp4j.explore.RefillProgram;
import org.zfcp4j.explore.Search;
import org.zfcp4j.explore.SearchOptions;
import org.zfcp4j.explore.SearchResult;
import org.zfcp4j.explore.Strategy;
import org.zfcp4j.lab.refill.RefillCase;
import org.zfcp4j.lab.refill.RefillStart;
import org.zfcp4j.zfcp.adapter.AddUnless;

/** A random walk through the schedules of {@code refill-race}: every execution of it is a complete one. */
public final class RefillWalk {
    private static final int BATCH = 1000;

    private final RefillProgram program;
    private long seed = 1;

    /** @param srbs status read buffers; one notification uses up one of them */
    public RefillWalk(int srbs) {
        program = new RefillProgram(new RefillCase(RefillStart.RACE, new AddUnless(), srbs, 1));
    }

    /** The next thousand executions, with new seeds. */
    public Progress next() {
        SearchResult result = new Search(program, SearchOptions.random(Strategy.RANDOM, seed, BATCH)).run(progress -> { });
        if (result.outcome() != Outcome.BUDGET_USED) {
            throw new IllegalStateException("the search ended otherwise: " + result.outcome());
        }
        seed += BATCH;
        return result.progress();
    }
}
