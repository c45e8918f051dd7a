// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zfcp4j.kernel.virtual.DeadlockReport;
import org.zfcp4j.kernel.virtual.ForgetRule;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.refill.LinkUp;
import org.zfcp4j.lab.refill.RefillCase;
import org.zfcp4j.lab.refill.RefillStart;
import org.zfcp4j.zfcp.adapter.RefillPolicies;
import org.zfcp4j.zfcp.level.Levels;
import org.zfcp4j.swarm.Shard;

/** The story of the commit, in sizes that take seconds. */
class RefillRaceTest {
    static RefillProgram program(RefillStart start, String policy, int srbs, int notifications) {
        return new RefillProgram(new RefillCase(start, RefillPolicies.byName(policy), srbs, notifications));
    }

    private static SearchResult search(RefillProgram program, int preemptions) {
        return new Search(program, SearchOptions.dfs(preemptions)).run(progress -> { });
    }

    @Test
    void beforeTheCommitOnePreemptionIsEnough() {
        RefillProgram program = program(RefillStart.RACE, "check-then-dec", 16, 1);
        SearchResult result = search(program, 3);
        assertEquals(Outcome.VIOLATED, result.outcome());
        Finding finding = result.findings().get(0);
        assertEquals(1, Preemptions.of(program, finding.schedule()));
        assertTrue(finding.execution().fault().startsWith("status read buffer 17 of 16 posted"), finding.execution().fault());
    }

    @Test
    void withoutAPreemptionNothingHappens() {
        assertEquals(Outcome.EXHAUSTED, search(program(RefillStart.RACE, "check-then-dec", 16, 1), 0).outcome());
    }

    @Test
    void preemptionIsBetweenPostAndDecrementOrReadAndPost() {
        RefillProgram program = program(RefillStart.RACE, "check-then-dec", 3, 1);
        Search search = new Search(program, SearchOptions.dfs(3));
        Finding shortest = search.simplify(search.run(progress -> { }).findings().get(0));
        List<StoryLine> lines = RefillStory.of(program, shortest.schedule()).lines();
        int at = 0;
        while (!lines.get(at).preempts()) {
            at++;
        }
        int preempted = lines.get(at - 1).task();
        StoryLine next = lines.stream().skip(at).filter(line -> line.task() == preempted && line.variable().equals("stat_miss"))
            .findFirst().orElseThrow();
        assertTrue(List.of("atomic add", "atomic read").contains(next.operation()), next.toString());
        assertEquals("zfcp_status_read_refill", next.function());
    }

    @ParameterizedTest
    @CsvSource({"add-unless, 16, 1, 1", "cancel-at-close, 16, 1, 1", "add-unless, 2, 1, -1", "cancel-at-close, 3, 1, -1"})
    void atomicClaimClosesTheRace(String policy, int srbs, int notifications, int preemptions) {
        SearchResult result = search(program(RefillStart.RACE, policy, srbs, notifications), preemptions);
        assertEquals(Outcome.EXHAUSTED, result.outcome(), () -> result.findings().toString());
        assertTrue(result.complete());
        assertEquals(0, result.progress().open());
    }

    @Test
    void threeWaysAcrossAReopen() {
        SearchResult result = search(program(RefillStart.REOPEN, "add-unless", 2, 1), 3);
        List<String> faults = result.findings().stream().map(finding -> finding.execution().fault()).toList();
        for (String form : List.of("stat_work (a)", "stat_work (b)", "stat_work (c)")) {
            assertTrue(faults.stream().anyMatch(fault -> fault.startsWith("status read buffer 3 of 2") && fault.contains(form)),
                form + " in " + faults);
        }
    }

    @Test
    void cancellingAtCloseClosesThemAll() {
        SearchResult result = search(program(RefillStart.REOPEN, "cancel-at-close", 2, 1), 2);
        assertEquals(Outcome.EXHAUSTED, result.outcome(), () -> result.findings().toString());
    }

    /** What a search for the most takes as its end holds: none of all schedules posts more. */
    @ParameterizedTest
    @CsvSource({"2, 1, 0, 3", "2, 1, 1, 4", "3, 1, 1, 5"})
    void noScheduleOfAReopenPostsMoreThanWasAgreedAndUsedUpBefore(int srbs, int notifications, int burst, int bound) {
        RefillProgram program = RefillProgram.most(new RefillCase(RefillStart.REOPEN, RefillPolicies.byName("add-unless"), srbs,
            notifications).with(new LinkUp(burst, 0, 0)));
        assertEquals(bound, program.bound());
        Program endless = new Program() {
            @Override
            public Instance start(VirtualKernel kernel) {
                return program.start(kernel);
            }

            @Override
            public ForgetRule forgetRule() {
                return program.forgetRule();
            }

            @Override
            public Reduction reduction() {
                return program.reduction();
            }

            @Override
            public Set<String> kinds() {
                return Set.of("more than there are");
            }
        };
        SearchResult result = new Search(endless, SearchOptions.dfs(2)).run(progress -> { });
        assertTrue(result.complete());
        assertEquals(bound, result.findings().stream().map(finding -> finding.execution().kind()).filter(kind -> !kind.isEmpty())
            .mapToInt(Integer::parseInt).max().orElse(0));
    }

    @Test
    void waitingForTheWorkIsACircle() {
        SearchResult result = search(program(RefillStart.RACE_WITH_SCAN, "wait-for-work", 16, 1), 3);
        assertEquals(Outcome.DEADLOCK, result.outcome());
        DeadlockReport deadlock = result.findings().get(0).execution().result().deadlock();
        assertNotNull(deadlock);
        String circle = String.join("; ", deadlock.cycle());
        assertTrue(circle.contains("FLUSH_WORK for stat_work, queued behind scan_work"), circle);
        assertTrue(circle.contains("running scan_work) waits in WAIT_EVENT for erp_done_wqh"), circle);
    }

    @Test
    void othersHaveNoProblemWithTheScan() {
        assertEquals(Outcome.EXHAUSTED, search(program(RefillStart.RACE_WITH_SCAN, "cancel-at-close", 4, 1), 1).outcome());
    }

    @ParameterizedTest
    @CsvSource({"random", "pct"})
    void randomStrategiesFindItFromAFixedSeed(String strategy) {
        RefillProgram program = program(RefillStart.RACE, "check-then-dec", 4, 1);
        Search search = new Search(program, SearchOptions.random(Strategy.byName(strategy), 1, 20_000));
        SearchResult result = search.run(progress -> { });
        assertEquals(Outcome.VIOLATED, result.outcome());
        SearchResult again = search.run(progress -> { });
        assertEquals(result.findings().get(0).schedule(), again.findings().get(0).schedule());
    }

    @Test
    void budgetIsKept() {
        SearchResult result = new Search(program(RefillStart.RACE, "add-unless", 16, 3),
            new SearchOptions(Strategy.DFS, -1, 50, SearchOptions.NO_LIMIT, 1, 1, Shard.WHOLE)).run(progress -> { });
        assertEquals(Outcome.BUDGET_USED, result.outcome());
        assertTrue(result.progress().executions() + result.progress().cut() >= 50);
    }

    /** In level 7.1 the queues are scanned forever while an SBAL is out: what follows must end nevertheless. */
    @ParameterizedTest
    @CsvSource({"5.10, qdireq1", "7.1, qdreqt1"})
    void savedScheduleRepeatsTheFinding(String level, String tag, @org.junit.jupiter.api.io.TempDir java.nio.file.Path dir) throws Exception {
        RefillProgram program = new RefillProgram(new RefillCase(RefillStart.RACE, RefillPolicies.byName("check-then-dec"),
            Levels.byRelease(level), 4, 1, 4));
        Finding finding = search(program, 1).findings().get(0);
        java.nio.file.Path file = dir.resolve("schedule.json");
        java.nio.file.Files.writeString(file, new SavedExecution(program.refill(), finding.schedule()).json().toString());
        assertTrue(SavedExecution.isOne(file));
        SavedExecution saved = SavedExecution.read(file);
        assertEquals(finding.schedule(), saved.schedule());
        RefillStory story = RefillStory.of(new RefillProgram(saved.refill()), saved.schedule());
        assertTrue(story.fault().startsWith("status read buffer 5 of 4"), story.fault());
        assertTrue(story.records().stream().anyMatch(record -> record.tag().equals(tag)));
        java.nio.file.Path timeline = dir.resolve("timeline.json");
        story.writeTimeline(timeline);
        assertTrue(java.nio.file.Files.readString(timeline).contains("SRBs at the channel"));
    }
}
