// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zfcp4j.vectors.RecordingReader;
import org.zfcp4j.vectors.ReplayResult;
import org.zfcp4j.vectors.ReplayResult.Verdict;
import org.zfcp4j.vectors.Transcripts;
import org.zfcp4j.vectors.UnreadableException;

/** Whatever a file says, its replay ends with a result: no exception, no hang, no dead virtual machine. */
class MutatedRecordingsTest {
    private static final int HANGS_AFTER_SECONDS = 120;
    private static final int SHORT = 1200;
    private static final List<String> TABLES = List.of("erp_strategy", "fcp_rsp_eval", "functions", "handlers", "sbal_layout",
        "srb_handlers");

    @Test
    void replayOfABrokenTranscriptEndsWithAResult() throws Exception {
        Map<Verdict, Integer> verdicts = replayMutations(SHORT, 1, 120);
        assertTrue(verdicts.getOrDefault(Verdict.DIFFERS, 0) > 0 && verdicts.getOrDefault(Verdict.ERROR, 0) > 0, verdicts::toString);
    }

    @Test
    @Tag("soak")
    void replayOfManyBrokenTranscriptsEndsWithAResult() throws Exception {
        replayMutations(Integer.MAX_VALUE, 1_000_000, 20_000);
    }

    private static Map<Verdict, Integer> replayMutations(int maxLines, long firstSeed, int count) throws Exception {
        List<List<JsonObject>> originals = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : Transcripts.packed().entrySet()) {
            List<JsonObject> lines = RecordingReader.objects(new ByteArrayInputStream(file.getValue()), file.getKey());
            if (lines.size() <= maxLines) {
                originals.add(lines);
            }
        }
        Map<Verdict, Integer> verdicts = new TreeMap<>();
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            List<JsonObject> original = originals.get((int) (seed * 7919 % originals.size()));
            FileReplay replay = replay("seed-" + seed + ".jsonl", new Mutator(seed).mutate(original));
            replay.results().forEach(result -> verdicts.merge(result.verdict(), 1, Integer::sum));
        }
        return verdicts;
    }

    @Test
    void replayOfABrokenTableEndsWithAResultForEachRow() throws Exception {
        for (String table : TABLES) {
            List<JsonObject> rows = rows(table);
            for (long seed = 1; seed <= 4; seed++) {
                int from = (int) (seed * 104_729 % Math.max(1, rows.size() - 12));
                FileReplay replay = replay(table + "-" + seed + ".jsonl",
                    new Mutator(seed).mutate(rows.subList(from, Math.min(rows.size(), from + 12))));
                assertTrue(replay.kind() == null || !replay.results().isEmpty());
            }
        }
    }

    private static List<JsonObject> rows(String table) throws UnreadableException, IOException {
        RecordingFile file = RecordingFiles.packed().stream().filter(f -> f.name().equals(table + ".jsonl.gz")).findFirst().orElseThrow();
        try (var in = file.open()) {
            return RecordingReader.objects(in, table);
        }
    }

    private static FileReplay replay(String name, byte[] content) throws Exception {
        // A thread of its own: one that hangs does not take the test with it.
        try (ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory())) {
            Future<FileReplay> replay = thread.submit(
                () -> FileReplay.of(new RecordingFile(name, () -> new ByteArrayInputStream(content))));
            FileReplay result = replay.get(HANGS_AFTER_SECONDS, TimeUnit.SECONDS);
            assertOneLineEach(result);
            return result;
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(name, e);
        }
    }

    private static void assertOneLineEach(FileReplay replay) {
        assertFalse(replay.kind() == null && replay.passedOver().isEmpty());
        for (ReplayResult result : replay.results()) {
            if (result.verdict() != Verdict.PASS) {
                assertEquals(1, result.reason().lines().count(), result::reason);
            }
        }
    }
}
