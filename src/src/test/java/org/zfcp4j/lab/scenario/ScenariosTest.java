// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zfcp4j.kernel.virtual.Draws;
import org.zfcp4j.kernel.virtual.ReplayScheduler;
import org.zfcp4j.kernel.virtual.SeededScheduler;
import org.zfcp4j.lab.Parts;
import org.zfcp4j.zfcp.adapter.AddUnless;
import org.zfcp4j.zfcp.adapter.CancelAtClose;
import org.zfcp4j.zfcp.adapter.CheckThenDec;
import org.zfcp4j.zfcp.adapter.RefillPolicies;
import org.zfcp4j.zfcp.def.RefillPolicy;
import org.zfcp4j.zfcp.level.Levels;

class ScenariosTest {
    private static final int SEEDS = 5;

    static Stream<Scenario> all() {
        return Scenarios.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void cancelAtCloseHoldsUnderRandomSchedules(Scenario scenario) {
        Player player = new Player(PlayOptions.NONE);
        for (Moment moment : scenario.moments()) {
            for (int seed = 1; seed <= SEEDS; seed++) {
                MomentRun run = player.seeded(moment, new CancelAtClose(), seed);
                assertEquals(List.of(), run.result().findings(), moment.name() + " seed " + seed);
                assertTrue(run.result().up(), moment.name() + " seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void linuxTodayDoesWhatIsExpectedOfIt(Scenario scenario) {
        for (Moment moment : scenario.moments()) {
            MomentRun run = new Player(PlayOptions.NONE).decisive(moment, new AddUnless(), 1);
            assertTrue(run.asExpected(), () -> moment.name() + ": " + run.result().findings());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPolicyDoesWhatIsExpectedOfItAtLevel71(Scenario scenario) {
        Player player = new Player(new PlayOptions(0, List.of(), false, Levels.linux71()));
        for (Moment moment : scenario.moments()) {
            for (RefillPolicy policy : RefillPolicies.all()) {
                MomentRun run = player.decisive(moment, policy, 1);
                assertTrue(run.asExpected(), () -> moment.name() + ' ' + policy.policyName() + ": " + run.result().findings());
            }
        }
    }

    /** A policy that holds has met what the moment is about. */
    @Test
    void aPolicyThatHoldsAcrossAReopenHasHadStatWorkPendingAtTheClose() {
        for (String level : Levels.releases()) {
            MomentRun run = new Player(new PlayOptions(0, List.of(), false, Levels.byRelease(level)))
                    .decisive(Scenarios.byName("refill-reopen").moments().get(0), new CancelAtClose(), 1);
            List<String> names = run.result().events().stream().filter(e -> e.name().equals("stat_work") || e.name().equals("shutdown"))
                    .map(e -> e.kind() + " " + e.name()).toList();
            int closed = names.indexOf("QDIO shutdown");
            assertTrue(closed > 0 && !names.get(closed - 1).equals("WORK_END stat_work"), () -> level + names);
            assertTrue(run.asExpected());
        }
    }

    @Test
    void refillRaceBreaksTheOldRefill() {
        MomentRun run = new Player(PlayOptions.NONE).decisive(Scenarios.byName("refill-race").moments().get(0),
                new CheckThenDec(), 1);
        assertEquals(17, run.result().maxSrbs());
        assertTrue(run.asExpected());
    }

    @Test
    void aRunIsRepeatedFromItsSavedSchedule(@TempDir Path directory) throws IOException {
        Moment moment = Scenarios.byName("refill-race").moments().get(0);
        Player player = new Player(PlayOptions.NONE);
        MomentRun run = player.scheduled(moment, new CheckThenDec(), Draws.of(3), new SeededScheduler(3));
        Path file = directory.resolve("schedule");
        new SavedSchedule("refill-race", moment.name(), "check-then-dec", "5.10", Draws.of(3), 0, Parts.ALL, run.result().run().schedule()).write(file);

        SavedSchedule saved = SavedSchedule.read(file);
        MomentRun again = player.scheduled(saved.find(), new CheckThenDec(), saved.draws(),
                new ReplayScheduler(saved.schedule()));
        assertEquals(run.result().events(), again.result().events());
        assertEquals(run.result().findings(), again.result().findings());
    }

    @Test
    void aFileThatIsNoScheduleIsNamed(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("x"), "{\"scenario\": \"link-flap\"}");
        String message = assertThrows(IllegalArgumentException.class, () -> SavedSchedule.read(file)).getMessage();
        assertTrue(message.contains(file.toString()) && message.contains("policy"), message);
    }

    @Test
    void anUnknownScenarioIsAnsweredWithTheKnownOnes() {
        String message = assertThrows(IllegalArgumentException.class, () -> Scenarios.byName("x")).getMessage();
        assertTrue(message.contains("link-flap") && message.contains("bring-up"), message);
    }
}
