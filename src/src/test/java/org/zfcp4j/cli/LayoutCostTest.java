// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutCostTest {
    private static final double SRBS = 256;

    @TempDir
    private Path directory;

    private JsonObject count(String... options) throws IOException {
        Path file = directory.resolve("cost.json");
        List<String> arguments = new ArrayList<>(List.of("layout", "--cost", "--operations", "256", "--json", file.toString()));
        arguments.addAll(List.of(options));
        CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
        assertEquals(0, run.status(), run.err());
        return Json.parse(Files.readString(file)).asObject().get("runs").asArray().get(0).asObject();
    }

    private static double per(JsonObject run, String name, String count) {
        double sum = 0;
        for (JsonValue value : run.get("rows").asArray()) {
            JsonObject row = value.asObject();
            sum += name.isEmpty() || row.getString("name", "").startsWith(name) ? row.getDouble(count, 0) : 0;
        }
        return sum / SRBS;
    }

    @ParameterizedTest
    @CsvSource({"refill, 4", "post, 8", "io, 4"})
    void theSameSeedGivesTheSameCountsToTheDigit(String workload, String processors) throws IOException {
        JsonObject first = count("--workload", workload, "--processors", processors);
        assertEquals(first.toString(), count("--workload", workload, "--processors", processors).toString());
        assertTrue(per(first, "", "accesses") > 100, first.toString());
    }

    @Test
    void onOneProcessorNothingMoves() throws IOException {
        JsonObject run = count("--processors", "1");
        assertEquals(0, per(run, "", "transfers"));
        assertEquals(0, per(run, "", "invalidations"));
    }

    /** Driver and channel on a processor each: what has to move, however the queues are laid out. */
    @Test
    void anSrbMovesAsTheAccessesOfDriverAndChannelSay() throws IOException {
        JsonObject run = count("--placement", "pair", "--processors", "2");
        // The channel clears and fills the page for the notification, the driver clears it for the next post: 64 lines there and back.
        assertEquals(64 + 64, per(run, "page", "transfers"), 2);
        // The request SBAL goes to the channel and comes back; only SBALE 0 lies in the line that is looked at first.
        assertEquals(1, per(run, "SBAL, requests", "transfers"), 0.05);
        assertEquals(1, per(run, "SBAL, requests", "upgrades"), 0.05);
        // The request list belongs to the driver alone.
        assertEquals(0, per(run, "zfcp_reqlist", "transfers"));
        assertEquals(0, per(run, "zfcp_adapter.stat_miss", "transfers"));
    }

    @Test
    void statMissAndTheLockOfTheQueueMoveWithEachPostOfAnotherProcessor() throws IOException {
        JsonObject run = count("--workload", "post", "--processors", "8");
        assertTrue(per(run, "zfcp_adapter.stat_miss", "transfers") > 0.9, run.toString());
        assertTrue(per(run, "zfcp_qdio.req_q_lock", "transfers") > 0.9, run.toString());
        assertTrue(per(run, "zfcp_adapter.status", "falseSharing") > 0, "status shares the line of stat_miss");
    }

    @Test
    void aCurveHasALineForEachSize() {
        CommandRun run = CommandRun.of("layout", "--cost", "--workload", "post", "--operations", "64", "--processors", "1,2,16");
        assertEquals(0, run.status(), run.err());
        assertEquals(List.of("1", "2", "16"), run.out().lines().skip(3).map(line -> line.strip().split(" +")[0]).toList());
    }

    @Test
    void theCurveInTheDocumentIsWhatTheCommandPrints() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "cost.md"));
        CommandRun run = CommandRun.of("layout", "--cost", "--workload", "post", "--srbs", "128", "--processors", "1,2,4,8");
        run.out().lines().skip(2).forEach(line -> assertTrue(document.contains("    " + line + "\n"), line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--processors 129 | layout: --processors takes a number from 1 to 128, not \"129\"",
        "--processors 1,,2 | layout: --processors takes a number from 1 to 128, not \"\"",
        "--placement far | layout: --placement far: expected apart, together, pair",
        "--workload all | layout: --workload all: expected refill, post, io",
        "--line 32 | layout: --line 32: expected 64, 128, 256",
        "--srbs 8 | layout: --srbs takes a number from 16 to 128, not \"8\"",
        "--refill none | layout: no refill policy \"none\"; there are check-then-dec, add-unless, wait-for-work, cancel-at-close, claim-all",
        "--latencies no-such-file | layout: cannot read the table of latencies: no-such-file does not exist"})
    void wrongOptionsGetOneLine(String options, String message) {
        List<String> arguments = new ArrayList<>(List.of("layout", "--cost"));
        arguments.addAll(List.of(options.split(" ")));
        CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
        assertEquals(2, run.status());
        assertEquals("zfcp4j: " + message, run.err().strip());
    }

    @Test
    void optionsOfTheCountsNeedIt() {
        CommandRun run = CommandRun.of("layout", "--line", "64");
        assertEquals(2, run.status());
        assertEquals("zfcp4j: layout: --line is for --cost", run.err().strip());
    }
}
