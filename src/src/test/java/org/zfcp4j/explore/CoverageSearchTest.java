// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.virtual.Draws;
import org.zfcp4j.kernel.virtual.RunResult;
import org.zfcp4j.kernel.virtual.SeededRandom;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.swarm.Shard;

/** What a draw or a schedule has newly covered is kept and changed, so that what takes many steps is found. */
class CoverageSearchTest {
    private static final int STEPS = 5;
    private static final int ODDS = 8;
    private static final long BUDGET = 8000;

    /** Goes wrong when several draws in a row are zero, which is once in 32,768 times; how far it came shows. */
    private record Lottery(Draws draws) implements Program {
        @Override
        public Instance start(VirtualKernel kernel) {
            int[] step = new int[1];
            kernel.user("drawer", () -> {
                SeededRandom random = draws.sequence(draws.seed());
                while (step[0] < STEPS && random.below(ODDS) == 0) {
                    step[0]++;
                }
            });
            return new Instance() {
                @Override
                public void main() {
                    // the task exists
                }

                @Override
                public String fault(RunResult result) {
                    return step[0] == STEPS ? "won" : null;
                }

                @Override
                public void cover(Coverage coverage) {
                    coverage.reached("step " + step[0]);
                }
            };
        }

        @Override
        public boolean isRandom() {
            return true;
        }

        @Override
        public Program with(Draws others) {
            return new Lottery(others);
        }
    }

    private static SearchResult search(Strategy strategy, Program program) {
        return new Search(program, SearchOptions.random(strategy, 1, BUDGET)).run(progress -> { });
    }

    @Test
    void drawsThatCoverSomethingNewAreKeptAndChanged() {
        SearchResult result = search(Strategy.COVERAGE, new Lottery(Draws.of(1)));
        assertEquals(Outcome.VIOLATED, result.outcome(), "executions: " + result.progress().executions());
        assertFalse(result.findings().getFirst().execution().draws().turns().isEmpty());
    }

    @Test
    void theDrawsOfAFindingShowItAgain() {
        Finding finding = search(Strategy.COVERAGE, new Lottery(Draws.of(1))).findings().getFirst();
        Lottery same = new Lottery(finding.execution().draws());
        SearchOptions once = new SearchOptions(Strategy.RANDOM, 0, 1, SearchOptions.NO_LIMIT, 1, 1, Shard.WHOLE);
        assertEquals(Outcome.VIOLATED, new Search(same, once).run(progress -> { }).outcome());
    }

    @Test
    void drawsThatAreAllNewDoNotGetThereWithinTheSameBudget() {
        long wins = 0;
        for (long seed = 1; seed <= BUDGET; seed++) {
            SeededRandom random = Draws.of(seed).sequence(seed);
            int step = 0;
            while (step < STEPS && random.below(ODDS) == 0) {
                step++;
            }
            wins += step == STEPS ? 1 : 0;
        }
        assertEquals(0, wins);
        assertTrue(BUDGET < Math.pow(ODDS, STEPS));
    }
}
