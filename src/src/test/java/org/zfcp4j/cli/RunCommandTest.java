// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfcp4j.lab.scenario.Scenarios;
import org.zfcp4j.zfcp.adapter.RefillPolicies;

class RunCommandTest {
    /** All policies in the six moments. */
    private static final int RUNS = 9 * RefillPolicies.all().size();

    @TempDir
    Path directory;

    @Test
    void locksThatAreTakenInBothOrdersAreNoted() {
        CommandRun run = CommandRun.of("run", "shutdown-in-flight");
        assertEquals(0, run.status(), run.out() + run.err());
        assertTrue(run.out().contains("noted: lock order: port_list_lock(r) -> erp_lock in tasklet; erp_lock -> port_list_lock(r) in "),
                run.out());
    }

    @Test
    void linkFlapComparesThePoliciesAndAllDoAsExpected() throws IOException {
        Path file = directory.resolve("result.json");
        CommandRun run = CommandRun.of("run", "--json", file.toString());
        assertEquals(0, run.status(), run.out() + run.err());
        assertEquals("", run.err());

        JsonObject json = Json.parse(Files.readString(file)).asObject();
        assertEquals("link-flap", json.getString("scenario", ""));
        assertEquals(1, json.getLong("seed", 0));
        assertTrue(json.getBoolean("ok", false));
        JsonArray runs = json.get("runs").asArray();
        assertEquals(RUNS, runs.size());
        runs.forEach(value -> {
            JsonObject entry = value.asObject();
            assertTrue(entry.names().containsAll(List.of("policy", "moment", "limit", "maxSrbs", "adapterUp", "tags",
                    "violations", "asExpected")), entry::toString);
            assertTrue(entry.getBoolean("asExpected", false), entry::toString);
            assertEquals(16, entry.getInt("limit", 0));
        });
        JsonObject race = runs.get(0).asObject();
        assertEquals("check-then-dec", race.getString("policy", ""));
        assertEquals("parallel-claim", race.getString("moment", ""));
        assertEquals(17, race.getInt("maxSrbs", 0));
        assertFalse(race.getBoolean("adapterUp", true));
        assertTrue(race.get("tags").asArray().values().contains(Json.value("qdireq1")));
        assertFalse(race.get("violations").asArray().isEmpty());

        for (String word : List.of("ERP thread", "work queue", "channel", "stat_miss", "17/16", "qdireq1", "ERROR 0xaf",
                "HOST_CONNECTION_INITIALIZING", "scan_work sleeps 1 s", "all " + RUNS + " as expected")) {
            assertTrue(run.out().contains(word), () -> word + " is missing in\n" + run.out());
        }
        run.out().lines().forEach(line -> assertTrue(line.length() <= 125, line));
    }

    @Test
    void aChannelThatToleratesSeventeenTurnsTheVerdict() {
        CommandRun run = CommandRun.of("run", "--srb-limit", "17");
        assertEquals(1, run.status());
        assertTrue(run.out().contains("NOT AS EXPECTED"), run.out());
    }

    @Test
    void aNamedPolicyIsHeldAgainstTheInvariants() {
        assertEquals(1, CommandRun.of("run", "link-flap", "--refill", "add-unless").status());
        assertEquals(0, CommandRun.of("run", "link-flap", "--refill", "cancel-at-close").status());
    }

    @Test
    void theSameSeedWritesTheSameResult() throws IOException {
        Path a = directory.resolve("a");
        Path b = directory.resolve("b");
        CommandRun.of("run", "link-flap", "--seed", "5", "--json", a.toString());
        CommandRun.of("run", "link-flap", "--seed", "5", "--json", b.toString());
        assertArrayEquals(Files.readAllBytes(a), Files.readAllBytes(b));
    }

    @Test
    void aRangeOfSeedsIsPlayed() throws IOException {
        Path file = directory.resolve("result.json");
        CommandRun run = CommandRun.of("run", "bring-up", "--seeds", "3..6", "--json", file.toString());
        assertEquals(0, run.status(), run.out());
        JsonObject json = Json.parse(Files.readString(file)).asObject();
        assertEquals(3, json.getLong("seed", 0));
        assertEquals(4, json.get("runs").asArray().size());
        assertTrue(run.out().contains("4 runs, no invariant violated"), run.out());
    }

    @Test
    void aViolatingSeedIsTold() {
        CommandRun run = CommandRun.of("run", "refill-race", "--refill", "check-then-dec", "--seeds", "1..20");
        assertEquals(1, run.status());
        assertTrue(run.out().contains("srb-limit") && run.out().contains("ERP thread"), run.out());
    }

    @Test
    void severalScenariosAreWrittenAsAnArray() throws IOException {
        Path file = directory.resolve("result.json");
        assertEquals(0, CommandRun.of("run", "bring-up", "host-con-init", "--json", file.toString()).status());
        assertEquals(2, Json.parse(Files.readString(file)).asArray().size());
    }

    @Test
    void tracesAreWrittenForTheTools() throws IOException {
        Path dbf = directory.resolve("dbf");
        Path timeline = directory.resolve("trace.json");
        assertEquals(0, CommandRun.of("run", "bring-up", "--dbf", dbf.toString(), "--timeline", timeline.toString()).status());
        assertTrue(Files.readString(dbf.resolve("zfcp_0.0.1900_rec").resolve("hex_ascii")).contains("ccsonl1"));
        assertGoodTimeline(timeline);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kitchen-sink", "shutdown-in-flight", "srb-starvation", "refill-reopen"})
    void timelineIsOneOfTheFormat(String scenario) throws IOException {
        Path timeline = directory.resolve("trace.json");
        CommandRun.of("run", scenario, "--timeline", timeline.toString());
        assertGoodTimeline(timeline);
    }

    /** The work queue and the ERP thread wait for each other in the midst of a work item. */
    @Test
    void slicesOfARunThatIsBrokenOffEndWithIt() throws IOException {
        Path timeline = directory.resolve("trace.json");
        assertEquals(1, CommandRun.of("run", "link-flap", "--refill", "wait-for-work", "--timeline", timeline.toString()).status());
        assertGoodTimeline(timeline);
    }

    private static void assertGoodTimeline(Path file) throws IOException {
        TraceEvents timeline = TraceEvents.read(file);
        assertEquals(List.of(), timeline.faults());
        assertTrue(timeline.counters().containsAll(List.of("stat_miss", "SRBs posted", "free SBALs")), timeline.counters()::toString);
        assertTrue(timeline.tracks().stream().anyMatch(track -> track.startsWith("zfcperp")), timeline.tracks()::toString);
        assertTrue(timeline.flows() > 10, "flows: " + timeline.flows());
    }

    @Test
    void faultRulesAreRead() throws IOException {
        Path faults = Files.writeString(directory.resolve("faults.json"), """
                [{"action": "fsf_status", "subchannel": 0, "command": "0xd", "value": "0x99"}]""");
        CommandRun run = CommandRun.of("run", "refill-race", "--faults", faults.toString());
        assertEquals(0, run.status(), run.out());
        assertTrue(run.out().contains("adapter down"), run.out());
    }

    @Test
    void allScenariosAreListedNameFirst() {
        CommandRun run = CommandRun.of("run", "--list");
        assertEquals(0, run.status());
        assertEquals(Scenarios.all().stream().map(s -> s.name()).toList(),
                run.out().lines().map(line -> line.split(" ")[0]).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run nosuch", "run --seed x", "run --seed -1", "run --seeds 5..1", "run --seeds 5", "run --bogus",
        "run --faults /nonexistent/file", "run --schedule /nonexistent/file", "run --kernel other", "run --refill none",
        "run --srb-limit 0", "run --json", "run --duration 5", "run --kernel real --seeds 1..2", "run --seed 1 --seeds 1..2",
        "run bring-up --json /nonexistent/directory/file", "layout nosuch", "nosuch"})
    void wrongCallsEndWithTwoAndOneLine(String words) {
        CommandRun run = CommandRun.of(words.split(" "));
        assertEquals(2, run.status(), run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertFalse(run.err().contains("Exception"), run.err());
    }

    @Test
    void fileContentsThatMakeNoSenseEndWithTwo() throws IOException {
        Path file = Files.writeString(directory.resolve("x"), "[{\"action\": \"explode\"}]");
        assertEquals(2, CommandRun.of("run", "--faults", file.toString()).status());
        assertEquals(2, CommandRun.of("run", "--schedule", file.toString()).status());
    }
}
