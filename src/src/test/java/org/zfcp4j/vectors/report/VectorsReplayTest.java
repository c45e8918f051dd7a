// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfcp4j.vectors.Transcripts;
import org.zfcp4j.vectors.UnreadableException;

/** Folders of recordings: what is found in them, and how it is reported. */
class VectorsReplayTest {
    private static final String RECORDING = "scenarios/a_bringup_normal.jsonl";

    @TempDir
    private Path dir;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int run(Path json) throws UnreadableException {
        return new VectorsReplay(text -> { }).run(dir, json, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String lastLine() {
        String[] lines = printed.toString(StandardCharsets.UTF_8).split("\n");
        return lines[lines.length - 1].strip();
    }

    private static String recording() throws IOException {
        return new String(Transcripts.packed().get(RECORDING), StandardCharsets.UTF_8);
    }

    @Test
    void whatTheCDriverDidPasses() throws IOException, UnreadableException {
        Files.writeString(dir.resolve("some.jsonl"), recording());
        Files.writeString(dir.resolve("index.json"), "[1, 2]");
        Files.writeString(dir.resolve("README.md"), "no recording");
        Path json = dir.resolve("result.out");
        assertEquals(0, run(json));
        assertEquals("1 passed, 0 differ, 0 skipped", lastLine());
        JsonObject result = Json.parse(Files.readString(json)).asObject();
        assertEquals(1, result.getInt("passed", -1));
        JsonObject only = result.get("recordings").asArray().get(0).asObject();
        assertEquals("some.jsonl", only.getString("file", ""));
        assertEquals("pass", only.getString("result", ""));
    }

    @Test
    void aDifferenceIsNamedAndCounted() throws IOException, UnreadableException {
        Files.createDirectory(dir.resolve("below"));
        Files.writeString(dir.resolve("below/changed.jsonl"), recording().replace("\"tag\":\"eraubl1\"", "\"tag\":\"eraubl9\""));
        Files.writeString(dir.resolve("good.jsonl"), recording());
        assertEquals(1, run(null));
        assertEquals("1 passed, 1 differ, 0 skipped", lastLine());
        assertTrue(printed.toString(StandardCharsets.UTF_8).contains("below/changed.jsonl:74: differs: line 74: tag C eraubl9"));
    }

    @Test
    void nonsenseIsRefusedInOneLine() throws IOException {
        assertThrows(UnreadableException.class, () -> run(null), "empty folder");
        Path file = dir.resolve("broken.jsonl");
        for (String content : new String[] {"", "no JSON", "[1]", "{\"n\":0,\"t\":0,\"ctx\":\"init\",\"ev\":\"meta\"}",
            recording().substring(0, 5000), recording().replace("\"dbflevel\":6", "\"dbflevel\":\"six\"")}) {
            Files.writeString(file, content);
            UnreadableException e = assertThrows(UnreadableException.class, () -> run(null), content);
            assertEquals(1, e.getMessage().lines().count());
            assertTrue(e.getMessage().contains("broken.jsonl"), e.getMessage());
        }
        assertThrows(UnreadableException.class,
            () -> new VectorsReplay(text -> { }).run(dir.resolve("nowhere"), null, System.out));
    }
}
