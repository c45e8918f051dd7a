// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zfcp4j.lab.check.Invariant;
import org.zfcp4j.lab.scenario.Moment;
import org.zfcp4j.lab.scenario.PlayOptions;
import org.zfcp4j.lab.scenario.SavedSchedule;
import org.zfcp4j.lab.scenario.Scenarios;
import org.zfcp4j.lab.scenario.Shrinker;
import org.zfcp4j.lab.scenario.Shrunk;
import org.zfcp4j.zfcp.adapter.AddUnless;
import org.zfcp4j.zfcp.adapter.CheckThenDec;
import org.zfcp4j.zfcp.def.RefillPolicy;

/** The race of the old refill, found by chance in the midst of everything, is made small enough to be read. */
class ShrinkRunTest {
    private static final long SEED = 23;

    @TempDir
    Path directory;

    private static Optional<Shrunk> shrink(RefillPolicy policy) {
        Moment moment = Scenarios.byName("kitchen-sink").moments().get(0);
        return new Shrinker(PlayOptions.NONE, moment, policy, SEED, text -> { }).shrink();
    }

    @Test
    void whatTheRefillRaceDoesNotNeedGoes() {
        Shrunk shrunk = shrink(new CheckThenDec()).orElseThrow();
        assertEquals(Invariant.SRB_ACCOUNTING, shrunk.invariant());
        int full = shrunk.full().values().stream().mapToInt(Integer::intValue).sum();
        int left = shrunk.full().entrySet().stream().mapToInt(part -> shrunk.parts().of(part.getKey(), part.getValue())).sum();
        assertTrue(left * 5 < full, left + " of " + full);
        assertEquals(0, shrunk.parts().of("user 0", 8), "the race needs no I/O");
        assertTrue(shrunk.random() < shrunk.schedule().choices().length, "its schedule is first-in-first-out from some point on");
        assertTrue(shrunk.steps() < shrunk.stepsBefore());
    }

    @Test
    void theSmallRunDependsOnTheSeedAlone() {
        assertEquals(shrink(new CheckThenDec()), shrink(new CheckThenDec()));
    }

    @Test
    void aSeedThatViolatesNothingIsLeftAlone() {
        assertEquals(Optional.empty(), shrink(new AddUnless()));
    }

    @Test
    void theSavedScheduleShowsTheSame() throws Exception {
        Path file = directory.resolve("small.json");
        CommandRun run = CommandRun.of("run", "kitchen-sink", "--seed", String.valueOf(SEED), "--refill", "check-then-dec", "--shrink", "--save",
                file.toString());
        assertEquals(1, run.status(), run.err());
        assertTrue(run.out().startsWith("seed " + SEED + ", made smaller: still violates srb-accounting ("), run.out());
        CommandRun again = CommandRun.of("run", "--schedule", file.toString());
        assertEquals(1, again.status(), again.err());
        List<String> verdicts = run.out().lines().filter(line -> line.startsWith("  => ")).toList();
        assertEquals(1, verdicts.size());
        assertEquals(verdicts, again.out().lines().filter(line -> line.startsWith("  => ")).toList());
        assertEquals(Scenarios.byName("kitchen-sink").moments().get(0), SavedSchedule.read(file).find());

        Files.writeString(file, Files.readString(file).replace("\"parts\": {", "\"parts\": [], \"other\": {"));
        CommandRun broken = CommandRun.of("run", "--schedule", file.toString());
        assertEquals(2, broken.status());
        assertTrue(broken.err().startsWith("zfcp4j: run: " + file + " is no schedule: "), broken.err());
        assertEquals(1, broken.err().lines().count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "run bring-up --shrink|--shrink needs --seed, one scenario and the virtual kernel",
        "run bring-up link-flap --seed 1 --shrink|--shrink needs --seed, one scenario and the virtual kernel",
        "run bring-up --seed 1 --kernel real --shrink|--shrink needs --seed, one scenario and the virtual kernel",
        "run bring-up --seed 1 --save a|--save needs --shrink; without it, --seed repeats the run",
        "run bring-up --seed 1 --shrink|seed 1 violates nothing in bring-up with add-unless"})
    void wrongCallsGetOneLine(String call, String line) {
        CommandRun run = CommandRun.of(call.split(" "));
        assertEquals("zfcp4j: run: " + line + System.lineSeparator(), run.err());
        assertEquals(2, run.status());
    }
}
