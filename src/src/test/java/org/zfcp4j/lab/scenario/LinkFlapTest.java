// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfcp4j.lab.Event.Kind;
import org.zfcp4j.lab.Event;
import org.zfcp4j.lab.Lane;
import org.zfcp4j.lab.check.Finding;
import org.zfcp4j.lab.check.Invariant;
import org.zfcp4j.zfcp.adapter.RefillPolicies;
import org.zfcp4j.zfcp.level.Levels;

class LinkFlapTest {
    private static final PlayOptions TOLERANT = new PlayOptions(17, List.of(), false, Levels.linux510());

    private static Moment moment(String name) {
        return Scenarios.byName("link-flap").moments().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    private static MomentRun play(PlayOptions options, String moment, String policy) {
        return new Player(options).decisive(moment(moment), RefillPolicies.byName(policy), 1);
    }

    private static boolean found(MomentRun run, Invariant invariant) {
        return run.result().findings().stream().map(Finding::invariant).anyMatch(invariant::equals);
    }

    @Test
    void readingAndDecrementingInTwoStepsPostsOneTooMany() {
        MomentRun run = play(PlayOptions.NONE, "parallel-claim", "check-then-dec");
        assertEquals(17, run.result().maxSrbs());
        assertFalse(run.result().up());
        assertTrue(run.result().tags().contains("qdireq1"));
        assertTrue(found(run, Invariant.SRB_LIMIT));
        assertTrue(run.asExpected());
    }

    @ParameterizedTest
    @ValueSource(strings = {"add-unless", "wait-for-work", "cancel-at-close"})
    void theOtherPoliciesWithstandTheParallelClaim(String policy) {
        MomentRun run = play(PlayOptions.NONE, "parallel-claim", policy);
        assertEquals(List.of(), run.result().findings());
        assertEquals(16, run.result().maxSrbs());
        assertTrue(run.decisive());
        assertTrue(run.asExpected());
    }

    @ParameterizedTest
    @ValueSource(strings = {"check-then-dec", "add-unless", "wait-for-work"})
    void workOfBeforeTheReopenPostsTooManyWithoutAnyForcedSchedule(String policy) {
        MomentRun run = play(PlayOptions.NONE, "pending-work", policy);
        assertEquals(18, run.result().maxSrbs());
        assertFalse(run.result().up());
        assertTrue(run.result().tags().contains("qdireq1"));
        assertTrue(found(run, Invariant.SRB_ACCOUNTING));
        assertFalse(found(run, Invariant.SRB_BEFORE_CONFIG), "no tolerance of early buffers is needed");
        assertTrue(run.asExpected());
    }

    /** It rejects those beyond the 16th that it comes to see before it is shut down. */
    @ParameterizedTest
    @ValueSource(strings = {"burst", "rport-block-burst"})
    void aChannelThatTakesSixteenShutsTheAdapterDown(String moment) {
        MomentRun run = play(PlayOptions.NONE, moment, "add-unless");
        assertTrue(found(run, Invariant.SRB_LIMIT));
        assertFalse(run.result().up());
        assertTrue(run.result().tags().contains("qdireq1"));
        assertTrue(run.asExpected());
    }

    /** All 16 are used up while stat_work is held up: it posts 16, and recovery posts 16. */
    @ParameterizedTest
    @ValueSource(strings = {"burst", "rport-block-burst"})
    void afterABurstTwiceTheAgreedNumberIsPosted(String moment) {
        MomentRun run = play(new PlayOptions(64, List.of(), false, Levels.linux510()), moment, "add-unless");
        assertEquals(32, run.result().maxSrbs());
        assertTrue(run.result().up());
        assertFalse(run.result().tags().contains("qdireq1"));
    }

    /** The lines are the same in 7.1, and so is what comes of them; only the tag is that of zfcp's own tasklet. */
    @ParameterizedTest
    @CsvSource({"burst, add-unless, 32", "rport-block, add-unless, 18", "rport-block-burst, add-unless, 32", "burst, cancel-at-close, 16",
        "rport-block-burst, cancel-at-close, 16", "rport-block-burst, claim-all, 16"})
    void theWindowOfLevel71IsAsLarge(String moment, String policy, int posted) {
        assertEquals(posted, play(new PlayOptions(64, List.of(), false, Levels.byRelease("7.1")), moment, policy).result().maxSrbs());
        MomentRun rejected = play(new PlayOptions(0, List.of(), false, Levels.byRelease("7.1")), moment, policy);
        assertEquals(posted > 16, rejected.result().tags().contains("qdreqt1"));
        assertTrue(rejected.asExpected());
    }

    /**
     * The request of version_change_lost_work ends when the queues are closed, and stat_work behind it fails while they are down; with
     * remote ports between the two it runs when they are open again. Level 5.10 takes no notice, and has the remote ports alone.
     */
    @ParameterizedTest
    @CsvSource({"version-change, add-unless, 16", "version-change-rport, add-unless, 18", "version-change-burst, add-unless, 32",
        "version-change, cancel-at-close, 16", "version-change-rport, cancel-at-close, 16", "version-change-burst, cancel-at-close, 16"})
    void aLostVersionChangeAloneHoldsNothingUpLongEnough(String moment, String policy, int posted) {
        for (String level : Levels.releases()) {
            MomentRun run = play(new PlayOptions(64, List.of(), false, Levels.byRelease(level)), moment, policy);
            assertEquals(posted, run.result().maxSrbs(), level);
            List<String> works = run.result().events().stream().filter(e -> e.kind() == Kind.WORK_START).map(Event::name).toList();
            assertEquals(level.equals("7.1"), works.contains("version_change_lost_work"), level);
            assertTrue(play(new PlayOptions(0, List.of(), false, Levels.byRelease(level)), moment, policy).asExpected(), level);
        }
    }

    /** Whoever holds the ordered queue up, the scan or a remote port that is deleted: LINK_DOWN and LINK_UP are two too many. */
    @Test
    void theRportWorkAheadOfStatWorkIsEnoughToHoldItUp() {
        MomentRun run = play(PlayOptions.NONE, "rport-block", "add-unless");
        assertEquals(18, run.result().maxSrbs());
        List<String> works = run.result().events().stream().filter(e -> e.kind() == Kind.WORK_START).map(Event::name).distinct().toList();
        assertTrue(works.stream().anyMatch(work -> work.startsWith("rport_work")), works::toString);
        assertTrue(run.asExpected());
    }

    @Test
    void withoutTheSleepOfTheTransportNothingIsHeldUp() {
        MomentRun run = play(new PlayOptions(0, List.of(), false, Levels.linux510(), 0), "rport-block-burst", "add-unless");
        assertEquals(List.of(), run.result().findings());
        assertEquals(16, run.result().maxSrbs());
    }

    @ParameterizedTest
    @CsvSource({"burst, cancel-at-close", "burst, claim-all", "rport-block, cancel-at-close", "rport-block, claim-all",
        "rport-block-burst, cancel-at-close", "rport-block-burst, claim-all"})
    void cancellingAtCloseHoldsThereToo(String moment, String policy) {
        MomentRun run = play(PlayOptions.NONE, moment, policy);
        assertEquals(List.of(), run.result().findings());
        assertEquals(16, run.result().maxSrbs());
        assertTrue(run.result().up());
    }

    @Test
    void theWindowIsBetweenTheAnswerToConfigDataAndTheSettingOfTheCounter() {
        List<Event> events = play(PlayOptions.NONE, "pending-work", "add-unless").result().events().stream()
                .filter(e -> e.device().equals("0.0.1900")).toList();
        int initializing = last(events, e -> e.kind() == Kind.FINISH && e.a() == 0x80);
        int configured = first(events, initializing, e -> e.kind() == Kind.FINISH && e.name().equals("exchange config data"));
        int posted = first(events, configured, e -> e.kind() == Kind.POST && e.lane() == Lane.WORK);
        int set = first(events, configured, e -> e.kind() == Kind.STAT_MISS && e.lane() == Lane.ERP);
        assertTrue(initializing < configured && configured < posted && posted < set,
                () -> initializing + " " + configured + " " + posted + " " + set);
    }

    private static int first(List<Event> events, int after, java.util.function.Predicate<Event> what) {
        for (int i = after + 1; i < events.size(); i++) {
            if (what.test(events.get(i))) {
                return i;
            }
        }
        throw new AssertionError("no such event");
    }

    private static int last(List<Event> events, java.util.function.Predicate<Event> what) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (what.test(events.get(i))) {
                return i;
            }
        }
        throw new AssertionError("no such event");
    }

    @Test
    void cancellingAtCloseClosesTheWindow() {
        MomentRun run = play(PlayOptions.NONE, "pending-work", "cancel-at-close");
        assertEquals(List.of(), run.result().findings());
        assertEquals(16, run.result().maxSrbs());
        assertTrue(run.result().up());
    }

    @Test
    void waitingForTheWorkerDeadlocksWithThePortScan() {
        MomentRun run = play(PlayOptions.NONE, "scan-waits", "wait-for-work");
        assertTrue(run.result().deadlocked());
        String circle = String.join("\n", run.result().run().deadlock().cycle());
        assertTrue(circle.contains("scan_work") && circle.contains("stat_work") && circle.contains("zfcperp0.0.1900"), circle);
        assertTrue(run.asExpected());
    }

    @ParameterizedTest
    @ValueSource(strings = {"check-then-dec", "add-unless", "cancel-at-close"})
    void theOtherPoliciesDoNotWaitForTheScan(String policy) {
        MomentRun run = play(PlayOptions.NONE, "scan-waits", policy);
        assertEquals(List.of(), run.result().findings());
        assertTrue(run.asExpected());
    }

    @Test
    void aTolerantChannelTurnsTheVerdict() {
        MomentRun run = play(TOLERANT, "parallel-claim", "check-then-dec");
        assertTrue(run.result().up());
        assertFalse(run.asExpected());
    }
}
