// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code explore} says, writes and returns. */
class ExploreCommandTest {
    @TempDir
    Path dir;
    private String out;
    private String err;

    private int call(String line) {
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        int status = Main.run(List.of(line.split(" ")), new PrintStream(stdout, true, StandardCharsets.UTF_8),
            new PrintStream(stderr, true, StandardCharsets.UTF_8));
        out = stdout.toString(StandardCharsets.UTF_8);
        err = stderr.toString(StandardCharsets.UTF_8);
        return status;
    }

    private JsonObject json(String name) throws Exception {
        return Json.parse(Files.readString(dir.resolve(name))).asObject();
    }

    @Test
    void findsTheRaceAndRepeatsIt() throws Exception {
        assertEquals(Command.EXIT_FAILED, call("explore refill-race --refill check-then-dec --srbs 4 --json " + dir.resolve("r.json")
            + " --timeline " + dir.resolve("t.json")));
        assertTrue(out.contains("status read buffer 5 of 4 posted"), out);
        assertTrue(out.contains("zfcp_status_read_refill: atomic add stat_miss"), out);
        assertTrue(out.contains("qdireq1"), out);
        JsonObject result = json("r.json");
        assertEquals("violated", result.getString("outcome", ""));
        assertEquals(1, result.getInt("preemptions", 0));
        assertEquals("check-then-dec", result.getString("policy", ""));
        TraceEvents timeline = TraceEvents.read(dir.resolve("t.json"));
        assertEquals(List.of(), timeline.faults());
        assertTrue(timeline.tracks().containsAll(List.of("ERP thread", "work queue", "interrupt and tasklets", "channel")),
            timeline.tracks()::toString);
        assertTrue(timeline.counters().containsAll(List.of("stat_miss", "SRBs at the channel", "free SBALs")),
            timeline.counters()::toString);
        assertTrue(timeline.flows() >= 1, "no request has completed");

        assertEquals(Command.EXIT_FAILED, call("run --schedule " + dir.resolve("r.json") + " --json " + dir.resolve("s.json")
            + " --dbf " + dir.resolve("dbf")));
        JsonObject run = json("s.json").get("runs").asArray().get(0).asObject();
        assertEquals(5, run.getInt("maxSrbs", 0));
        assertTrue(run.get("tags").asArray().values().contains(Json.value("qdireq1")), run.toString());
        assertTrue(Files.exists(dir.resolve("dbf/zfcp_0.0.1900_rec/hex_ascii")));
    }

    @Test
    void exhaustedIsSuccess() throws Exception {
        assertEquals(Command.EXIT_OK, call("explore refill-race --srbs 2 --preemptions none --json " + dir.resolve("r.json")));
        assertTrue(out.contains("exhausted: all schedules with any number of preemptions"), out);
        assertEquals("exhausted", json("r.json").getString("outcome", ""));
        assertTrue(json("r.json").get("schedule").isNull());
    }

    @Test
    void usedBudgetIsSuccessInThoseWords() throws Exception {
        assertEquals(Command.EXIT_OK, call("explore refill-race --executions 20 --json " + dir.resolve("r.json")));
        assertTrue(out.contains("budget used"), out);
        assertEquals("budget used", json("r.json").getString("outcome", ""));
    }

    @Test
    void eachFormOfTheWindowIsToldByName() {
        assertEquals(Command.EXIT_FAILED, call("explore refill-reopen --srbs 2 --refill add-unless"));
        for (String told : List.of("stat_work (a) ran after the queues were opened and before the counter was set\nwith 1 preemption and ",
                "stat_work (b) claimed before the reopen, posted after it\nwith 2 preemptions and ",
                "stat_work (c) claimed, failed to post while the queues were down, gave back after the counter was set\nwith 3 preemptions and ")) {
            assertTrue(out.contains(told), () -> told + " is missing in\n" + out);
        }
    }

    /** As many as were used up before LINK_UP are posted twice. */
    @Test
    void mostIsTwiceTheAgreedNumberAfterABurst() throws Exception {
        assertEquals(Command.EXIT_FAILED, call("explore refill-reopen --burst 15 --most --preemptions 1 --json " + dir.resolve("r.json")));
        assertTrue(out.contains("32 status read buffers of 16 with the channel at a time"), out);
        assertTrue(out.contains("no schedule posts more: 16 are agreed, and the others were used up before"), out);
        assertEquals(32, json("r.json").getInt("maxSrbs", 0));
        assertEquals(1, json("r.json").getInt("preemptions", 0));

        assertEquals(Command.EXIT_FAILED, call("run --schedule " + dir.resolve("r.json") + " --json " + dir.resolve("s.json")));
        assertTrue(out.contains("at the end 32 of 16 status read buffers are with the channel"), out);
        JsonObject run = json("s.json").get("runs").asArray().get(0).asObject();
        assertEquals(32, run.getInt("maxSrbs", 0));
        assertTrue(run.getBoolean("adapterUp", false));
    }

    @Test
    void mostOfAnyNotificationsIsFoundWithoutABurst() throws Exception {
        assertEquals(Command.EXIT_FAILED, call("explore refill-reopen --srbs 2 --notifications 2 --most --preemptions 1 --json " + dir.resolve("r.json")));
        assertEquals(4, json("r.json").getInt("maxSrbs", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel-at-close", "claim-all"})
    void mostIsTheAgreedNumberWhereTheWorkIsTakenBack(String policy) throws Exception {
        assertEquals(Command.EXIT_OK, call("explore refill-reopen --srbs 4 --burst 3 --most --preemptions 1 --refill " + policy + " --json "
            + dir.resolve("r.json")));
        assertTrue(out.contains("exhausted"), out);
        assertEquals(4, json("r.json").getInt("maxSrbs", 0));
    }

    /** It is one of those that are used up, and only level 7.1 has work for it. */
    @Test
    void aLostVersionChangeIsAheadOfStatWork() throws Exception {
        assertEquals(Command.EXIT_FAILED, call("explore refill-reopen --level 7.1 --version-lost --srbs 3 --burst 1 --most --preemptions 1 --json "
            + dir.resolve("r.json")));
        assertTrue(out.contains("a lost VERSION_CHANGE"), out);
        assertTrue(out.contains("zfcp_fsf_exchange_config_data_sync: wait completion"), out);
        assertEquals(6, json("r.json").getInt("maxSrbs", 0));
        assertEquals(Command.EXIT_FAILED, call("run --schedule " + dir.resolve("r.json")));
        assertEquals(Command.EXIT_OK, call("explore refill-reopen --level 7.1 --version-lost --srbs 2 --preemptions 0"));
    }

    /** The remote port's deletion ends at the moment at which the queues are open. */
    @Test
    void aRemotePortThatIsBlockedHoldsTheWorkUpWithoutAPreemption() throws Exception {
        assertEquals(Command.EXIT_FAILED, call("explore refill-reopen --rports 1 --block-targets 5 --preemptions 0 --json " + dir.resolve("r.json")));
        assertTrue(out.contains("stat_work (a) ran after the queues were opened"), out);
        assertEquals(Command.EXIT_FAILED, call("run --schedule " + dir.resolve("r.json")));
        assertEquals(Command.EXIT_OK, call("explore refill-reopen --rports 1 --block-targets 5 --preemptions 1 --srbs 4 --refill cancel-at-close"));
    }

    @Test
    void deadlockIsExplained() {
        assertEquals(Command.EXIT_FAILED, call("explore refill-race --refill wait-for-work"));
        assertTrue(out.contains("a circle:") && out.contains("queued behind scan_work"), out);
    }

    @Test
    void channelThatToleratesOneMoreChangesTheVerdict() {
        assertEquals(Command.EXIT_FAILED, call("explore refill-race --refill check-then-dec --srbs 3 --srb-limit 4"));
        assertFalse(out.contains("posted: the channel answers"), out);
        assertTrue(out.contains("at the end 4 of 3"), out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"explore", "explore nothing", "explore refill-race --refill best", "explore refill-race --srbs 0",
        "explore refill-race --strategy bfs", "explore refill-race --preemptions -1", "explore refill-race refill-reopen",
        "explore refill-race --strategy random --preemptions none", "explore kitchen-sink --burst 1", "explore bring-up --shard 1/2", "explore refill-race --devices 2", "explore bring-up --ports 3", "explore refill-race --nothing", "explore refill-race --burst 1", "explore refill-reopen --burst 16",
        "explore refill-race --rports 2", "explore refill-reopen --block-targets 5", "explore refill-reopen --most --srbs 33",
        "explore refill-reopen --most --srb-limit 20", "explore refill-reopen --rports many", "explore refill-race --version-lost",
        "explore refill-reopen --version-lost --burst 15"})
    void wrongCallIsALine(String line) {
        assertEquals(Command.EXIT_USAGE, call(line));
        assertEquals(1, err.strip().lines().count(), err);
        assertTrue(err.startsWith("zfcp4j: explore: "), err);
    }

    @Test
    void bringUpIsExhaustedWithoutPreemptions() {
        CommandRun run = CommandRun.of("explore", "bring-up", "--preemptions", "0");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("exhausted: all schedules with at most 0 preemptions are covered, nothing is violated"), run.out());
        assertTrue(run.out().contains("told apart by the order of operations"), run.out());
    }

    @Test
    void aScenarioOfTheWholeDriverIsSearchedAndItsScheduleRepeated(@TempDir Path directory) {
        Path file = directory.resolve("schedule.json");
        CommandRun run = CommandRun.of("explore", "link-flap", "--refill", "add-unless", "--strategy", "random", "--executions", "40",
                "--save", file.toString(), "--json", directory.resolve("result.json").toString());
        assertEquals(1, run.status(), run.out());
        assertTrue(run.out().contains("violated: "), run.out());
        assertEquals(1, CommandRun.of("run", "--schedule", file.toString()).status());
    }

    @Test
    void coverageFindsTheRace() {
        CommandRun run = CommandRun.of("explore", "refill-race", "--refill", "check-then-dec", "--strategy", "coverage", "--executions", "2000");
        assertEquals(1, run.status(), run.out());
    }
}
