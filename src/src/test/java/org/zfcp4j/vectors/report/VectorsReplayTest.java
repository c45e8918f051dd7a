// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfcp4j.cli.VectorsCommand;
import org.zfcp4j.vectors.Transcripts;
import org.zfcp4j.vectors.UnreadableException;

/** Folders of recordings: what is found in them, and how it is reported. */
class VectorsReplayTest {
    private static final String RECORDING = "scenarios/a_bringup_normal.jsonl";

    @TempDir
    private Path dir;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    /** Exit status of the command. */
    private int run(Path where, Path json) {
        List<String> arguments = new ArrayList<>(List.of(where.toString()));
        if (json != null) {
            arguments.addAll(List.of("--json", json.toString()));
        }
        return new VectorsCommand().run(arguments, stream(printed), stream(complained));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String lastLine() {
        String[] lines = printed.toString(StandardCharsets.UTF_8).split("\n");
        return lines[lines.length - 1].strip();
    }

    private static String recording() throws IOException {
        return new String(Transcripts.packed().get(RECORDING), StandardCharsets.UTF_8);
    }

    @Test
    void whatTheCDriverDidPasses() throws IOException {
        Files.writeString(dir.resolve("some.jsonl"), recording());
        Files.writeString(dir.resolve("index.json"), "[1, 2]");
        Files.writeString(dir.resolve("README.md"), "no recording");
        Path json = dir.resolve("result.out");
        assertEquals(0, run(dir, json));
        assertEquals("1 passed, 0 differ, 0 skipped", lastLine());
        JsonObject result = Json.parse(Files.readString(json)).asObject();
        assertEquals(1, result.getInt("passed", -1));
        JsonObject only = result.get("recordings").asArray().get(0).asObject();
        assertEquals("some.jsonl", only.getString("file", ""));
        assertEquals("pass", only.getString("result", ""));
    }

    @Test
    void aDifferenceIsNamedAndCounted() throws IOException {
        Files.createDirectory(dir.resolve("below"));
        Files.writeString(dir.resolve("below/changed.jsonl"), recording().replace("\"tag\":\"eraubl1\"", "\"tag\":\"eraubl9\""));
        Files.writeString(dir.resolve("good.jsonl"), recording());
        assertEquals(1, run(dir, null));
        assertEquals("1 passed, 1 differ, 0 skipped", lastLine());
        assertTrue(printed().contains("below/changed.jsonl:74: differs: line 74: tag C eraubl9"));
    }

    @Test
    void anErrorInOneFileIsItsResultAndTheOthersGoOn() throws IOException {
        String[] contents = {"", "no JSON", "[1]", "{\"n\":0,\"t\":0,\"ctx\":\"init\",\"ev\":\"meta\"}", recording().substring(0, 5000),
            recording().replace("\"dbflevel\":6", "\"dbflevel\":\"six\""), recording().replace("\"a\":0", "\"a\":-1")};
        Files.writeString(dir.resolve("zz_good.jsonl"), recording());
        for (int i = 0; i < contents.length; i++) {
            Files.writeString(dir.resolve("broken" + i + ".jsonl"), contents[i]);
        }
        Files.writeString(dir.resolve("no.jsonl.gz"), recording());
        assertEquals(2, run(dir, null));
        assertEquals("1 passed, 0 differ, 0 skipped, 8 with errors", lastLine());
        assertEquals("zfcp4j: vectors: 8 recordings or rows cannot be replayed\n", complained.toString(StandardCharsets.UTF_8));
        for (int i = 0; i < contents.length; i++) {
            String name = "broken" + i + ".jsonl: error: ";
            assertEquals(1, printed().lines().filter(line -> line.startsWith(name)).count(), name);
        }
    }

    @Test
    void whatIsNoRecordingIsPassedOverWithALine() throws IOException {
        Files.writeString(dir.resolve("good.jsonl"), recording());
        Files.writeString(dir.resolve("index.json"), "[1, 2]");
        Files.writeString(dir.resolve("list.jsonl"), "{\"colour\":\"green\"}");
        Files.writeString(dir.resolve("README.md"), "no recording");
        assertEquals(0, run(dir, null));
        assertEquals("1 passed, 0 differ, 0 skipped", lastLine());
        for (String name : List.of("index.json", "list.jsonl", "README.md")) {
            assertEquals(1, printed().lines().filter(line -> line.startsWith(name + ": passed over: ")).count(), name);
        }
    }

    @Test
    void aSingleFileIsAccepted() throws IOException {
        Path packed = dir.resolve("some.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(recording().getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(0, run(packed, null));
        assertEquals("1 passed, 0 differ, 0 skipped", lastLine());
    }

    @Test
    void withoutAFolderThereAreTheRecordingsOfTheProgram() throws IOException, UnreadableException {
        List<RecordingFile> files = RecordingFiles.packed();
        assertEquals(Transcripts.packed().size(), files.stream().filter(file -> file.name().contains("/")).count());
        for (RecordingFile file : files) {
            try (InputStream in = file.open()) {
                assertTrue(in.read() > 0, file.name());
            }
        }
    }

    @Test
    void noRecordingAtAllIsRefusedInOneLine() throws IOException {
        Files.writeString(dir.resolve("README.md"), "no recording");
        for (Path nothing : List.of(dir, dir.resolve("nowhere"), dir.resolve("README.md"))) {
            complained.reset();
            assertEquals(2, run(nothing, null));
            assertEquals(1, complained.toString(StandardCharsets.UTF_8).lines().count());
        }
    }
}
