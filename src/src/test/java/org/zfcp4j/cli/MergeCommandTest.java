// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import joptsimple.OptionParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What shards find adds up to what the whole finds. */
class MergeCommandTest {
    private static final int SHARDS = 4;
    private static final String SEEDS = "run kitchen-sink --seeds 1..48 --refill check-then-dec";

    @TempDir
    Path directory;

    private Path file(String name) {
        return directory.resolve(name);
    }

    private CommandRun run(String call, String... more) {
        List<String> words = new ArrayList<>(Arrays.asList(call.split(" ")));
        words.addAll(List.of(more));
        return CommandRun.of(words.toArray(String[]::new));
    }

    private CommandRun merge(String json, List<Path> files) {
        return CommandRun.of(Stream.concat(Stream.of("merge", "--json", file(json).toString()), files.stream().map(Path::toString))
                .toArray(String[]::new));
    }

    private JsonObject json(String name) throws IOException {
        return Json.parse(Files.readString(file(name))).asObject();
    }

    private List<Path> shards(String call) {
        List<Path> files = new ArrayList<>();
        for (int i = 1; i <= SHARDS; i++) {
            Path file = file(i + ".jsonl");
            run(call, "--shard", i + "/" + SHARDS, "--jsonl", file.toString());
            files.add(file);
        }
        return files;
    }

    private Process start(int index) throws IOException {
        String classPath = Stream.of(Main.class, Json.class, OptionParser.class)
                .map(c -> Path.of(URI.create(c.getProtectionDomain().getCodeSource().getLocation().toString())).toString())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED", "-cp", classPath, Main.class.getName()));
        command.addAll(List.of(SEEDS.split(" ")));
        command.addAll(List.of("--shard", index + "/" + SHARDS, "--jsonl", file(index + ".jsonl").toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(file(index + ".out").toFile()).start();
    }

    @Test
    void fourProcessesFindWhatOneFinds() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 1; i <= SHARDS; i++) {
            processes.add(start(i));
        }
        CommandRun undivided = run(SEEDS, "--jsonl", file("whole.jsonl").toString());
        assertEquals(1, undivided.status(), undivided.err());
        for (Process process : processes) {
            assertTrue(process.waitFor() <= 1);
        }
        List<Path> files = IntStream.rangeClosed(1, SHARDS).mapToObj(i -> file(i + ".jsonl")).toList();
        CommandRun parts = merge("parts.json", files);
        CommandRun whole = merge("whole.json", List.of(file("whole.jsonl")));
        assertEquals(whole, parts);
        assertEquals(1, parts.status(), "check-then-dec posts one too many in some of these");
        assertEquals(json("whole.json"), json("parts.json"));
        assertEquals(48, json("parts.json").getInt("runs", 0));
        assertTrue(json("parts.json").getBoolean("complete", false));
        assertTrue(parts.out().contains("violated: srb-accounting"), parts.out());

        CommandRun incomplete = merge("three.json", files.subList(0, 3));
        assertEquals(1, incomplete.status());
        assertTrue(incomplete.out().contains("missing: 12 seeds of kitchen-sink: 4 8 12 16 20 24 28 32 36 40 ...\n"), incomplete.out());
    }

    @Test
    void seedsOnAllProcessorsAreThoseOfOneInTheirOrder() throws IOException {
        run("run bring-up --seeds 7..40", "--jsonl", file("a.jsonl").toString());
        List<Long> seeds = Files.readAllLines(file("a.jsonl")).stream().skip(1).map(line -> Json.parse(line).asObject().getLong("seed", 0)).toList();
        assertEquals(IntStream.rangeClosed(7, 40).mapToObj(Long::valueOf).toList(), seeds);
        assertEquals(0, merge("a.json", List.of(file("a.jsonl"))).status());
    }

    @Test
    void theShardsOfASearchExhaustWhatTheWholeExhausts() throws IOException {
        List<Path> files = shards("explore refill-race --srbs 4 --refill add-unless --preemptions 2");
        CommandRun merged = merge("merged.json", files);
        assertEquals(0, merged.status(), merged.err());
        assertTrue(merged.out().endsWith("exhausted: the shards cover all schedules, nothing is violated\n"), merged.out());
        assertTrue(json("merged.json").getBoolean("complete", false));

        CommandRun three = merge("three.json", files.subList(1, 4));
        assertEquals(1, three.status());
        assertTrue(three.out().contains("missing: shards 1\n"), three.out());
        assertTrue(!json("three.json").getBoolean("complete", true));
    }

    @Test
    void theShardsOfASearchFindWhatTheWholeFinds() throws IOException {
        String call = "explore refill-race --srbs 4 --refill check-then-dec";
        run(call, "--jsonl", file("whole.jsonl").toString());
        assertEquals(1, merge("whole.json", List.of(file("whole.jsonl"))).status());
        assertEquals(1, merge("merged.json", shards(call)).status());
        for (String member : List.of("kind", "what", "preemptions")) {
            assertEquals(json("whole.json").get("findings").asArray().get(0).asObject().get(member),
                    json("merged.json").get("findings").asArray().get(0).asObject().get(member), member);
        }
        assertEquals("violated", json("merged.json").getString("outcome", ""));
    }

    @Test
    void theSeedsOfARandomSearchAreSplit() throws IOException {
        List<Path> files = shards("explore refill-race --srbs 4 --refill cancel-at-close --strategy random --executions 25 --seed 9");
        CommandRun merged = merge("merged.json", files);
        assertEquals(0, merged.status(), merged.err());
        assertEquals(100, json("merged.json").getLong("executions", 0));
        assertTrue(!json("merged.json").getBoolean("complete", true), "random schedules cover nothing for certain");
    }

    @Test
    void aLineThatAKilledProcessLeftIncompleteIsLeftOut() throws IOException {
        run("run bring-up --seeds 1..6", "--jsonl", file("a.jsonl").toString());
        String text = Files.readString(file("a.jsonl"));
        Files.writeString(file("a.jsonl"), text.substring(0, text.length() - 10));
        CommandRun merged = merge("a.json", List.of(file("a.jsonl")));
        assertEquals(1, merged.status());
        assertTrue(merged.out().contains("missing: 1 seed of bring-up: 6\n"), merged.out());
        assertEquals("zfcp4j: merge: the last line of " + file("a.jsonl") + " is incomplete, and was left out\n", merged.err());
    }

    @Test
    void filesThatDoNotBelongTogetherAreRefused() throws IOException {
        run("run bring-up --seeds 1..3", "--jsonl", file("a.jsonl").toString());
        run("run bring-up --seeds 1..4", "--jsonl", file("b.jsonl").toString());
        Files.writeString(file("c.jsonl"), Files.readString(file("a.jsonl")).replace("\"maxSrbs\":16", "\"maxSrbs\":15"));
        assertRefused(file("a.jsonl") + " and " + file("b.jsonl") + " are results of different calls: seeds is \"1..3\" and \"1..4\"", "a.jsonl", "b.jsonl");
        assertRefused("two results of bring-up with seed 1 differ; one is in " + file("c.jsonl"), "a.jsonl", "c.jsonl");
        assertEquals(0, merge("twice.json", List.of(file("a.jsonl"), file("a.jsonl"))).status(), "a job that ran twice does no harm");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''|' has no results'", "'nothing\n'|', line 1 is no JSON object'", "'[1]\n'|', line 1 is no JSON object'",
        "'{}\n'|' is no file of results: its first line names no command and no shard'"})
    void whatIsNoFileOfResultsIsRefused(String text, String problem) throws IOException {
        Files.writeString(file("x.jsonl"), text);
        assertRefused(file("x.jsonl") + problem, "x.jsonl");
    }

    private void assertRefused(String problem, String... names) {
        CommandRun run = merge("out.json", Stream.of(names).map(this::file).toList());
        assertEquals("zfcp4j: merge: " + problem + "\n", run.err());
        assertEquals(2, run.status());
        assertEquals("", run.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "run bring-up --shard 1/2|run: --shard needs --seeds",
        "run bring-up --seed 3 --jsonl a|run: --jsonl needs --seeds",
        "run bring-up --seeds 1..3 --shard 4/8|run: shard 4/8 has none of the 3 seeds",
        "run bring-up link-flap --seeds 1..3 --jsonl a|run: --jsonl takes one scenario at a time",
        "run bring-up --seeds 1..3 --shard 0/8|'run: a shard is written I/N, with I from 1 to N, not \"0/8\"'",
        "run bring-up --seeds 1..3 --jsonl /nowhere/a|run: cannot write /nowhere/a: there is no such directory",
        "explore refill-race --shard 3/2|'explore: a shard is written I/N, with I from 1 to N, not \"3/2\"'",
        "merge|'merge: name the files; see \"zfcp4j merge --help\"'",
        "merge /nowhere/a|merge: cannot read: /nowhere/a does not exist"})
    void wrongCallsGetOneLine(String call, String line) {
        CommandRun run = run(call);
        assertEquals("zfcp4j: " + line + "\n", run.err());
        assertEquals(2, run.status());
    }
}
