// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code dbf} on what {@code run --dbf} wrote. */
class DbfCommandTest {
    @TempDir
    static Path good;
    @TempDir
    static Path flap;

    @TempDir
    Path directory;

    @BeforeAll
    static void run() {
        assertEquals(0, CommandRun.of("run", "bring-up", "--dbf", good.toString()).status());
        CommandRun.of("run", "refill-race", "--refill", "check-then-dec", "--seeds", "1..20", "--dbf", flap.toString());
    }

    private static void assertOneLine(CommandRun run) {
        assertEquals(2, run.status(), run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("zfcp4j: dbf: "), run.err());
    }

    @Test
    void recordsAreInOrderOfTimeWithTheirFunctions() {
        CommandRun run = CommandRun.of("dbf", good.toString());
        assertEquals(0, run.status(), run.out());
        List<String> records = run.out().lines().filter(line -> line.startsWith("2026-")).toList();
        assertEquals(records.stream().map(line -> line.substring(0, 26)).sorted().toList(),
                records.stream().map(line -> line.substring(0, 26)).toList());
        assertTrue(records.get(0).contains("0.0.1900 rec  1 ccsonl1 zfcp_ccw_set_online: wants adapter, gets adapter"), records.get(0));
        for (String word : List.of("OPEN_PORT_WITH_DID GOOD", "CT GPN_FT to 0xfffffc", "[RUNNING UNBLOCKED OPEN ERP_INUSE MB_ACT",
                "step PORT_OPENING", "0.0.1901: nothing found")) {
            assertTrue(run.out().contains(word), word);
        }
    }

    @Test
    void oneDevice() {
        CommandRun run = CommandRun.of("dbf", good.toString(), "--device", "0.0.1901");
        assertEquals(0, run.status());
        assertFalse(run.out().contains("0.0.1900"), run.out());
    }

    @Test
    void whatIsFoundIsToldWithFileAndLineAndEndsWithOne() {
        CommandRun run = CommandRun.of("dbf", flap.toString());
        assertEquals(1, run.status(), run.out());
        assertTrue(run.out().contains("over-post"), run.out());
        assertTrue(run.out().lines().anyMatch(line -> line.matches("    .*qdireq1   .*zfcp_0\\.0\\.1900_rec/hex_ascii:\\d+")), run.out());
    }

    @Test
    void jsonPageAndTimelineHaveAllRecords() throws IOException {
        Path json = directory.resolve("a.json");
        Path page = directory.resolve("a.html");
        Path timeline = directory.resolve("a.trace");
        CommandRun run = CommandRun.of("dbf", good.toString(), "--json", json.toString(), "--html", page.toString(), "--timeline",
                timeline.toString());
        assertEquals(0, run.status(), run.err());
        JsonObject result = Json.parse(Files.readString(json)).asObject();
        assertTrue(result.getBoolean("ok", false));
        JsonObject folder = result.get("folders").asArray().get(0).asObject();
        JsonArray records = folder.get("records").asArray();
        long lines = run.out().lines().filter(line -> line.startsWith("2026-")).count();
        assertEquals(lines, records.size());
        assertEquals("zfcp_ccw_set_online", records.get(0).asObject().getString("function", ""));
        assertEquals(2, folder.get("devices").asArray().size());
        String html = Files.readString(page);
        assertEquals(lines, html.split("<tr id=", -1).length - 1);
        assertFalse(html.contains("http://") || html.contains("https://"), "a page without network");
        TraceEvents events = TraceEvents.read(timeline);
        assertEquals(List.of(), events.faults());
        assertTrue(events.tracks().containsAll(List.of("rec", "hba", "san", "adapter", "requests 1")), events.tracks()::toString);
    }

    /** What a file claims as a tag does not become markup, nor a control sequence of the terminal. */
    @Test
    void tagsAreShownAsText() throws IOException {
        Path rec = good.resolve("zfcp_0.0.1900_rec");
        Path copy = Files.createDirectories(directory.resolve("zfcp_0.0.1900_rec"));
        String text = Files.readString(rec.resolve("hex_ascii"), StandardCharsets.ISO_8859_1);
        Files.writeString(copy.resolve("hex_ascii"), text.replace("65 72 61 74 6f 72 31", "3c 62 3e 1b 5b 33 31").replace(".erator1", ".<b>.[31"));
        Path page = directory.resolve("a.html");
        CommandRun run = CommandRun.of("dbf", directory.toString(), "--html", page.toString());
        assertEquals(1, run.status(), run.err());
        assertFalse(run.out().contains("\u001b"));
        assertFalse(Files.readString(page).contains("<b>"));
    }

    @Test
    void aFileThatIsCutOffEndsWithTwo() throws IOException {
        Path rec = Files.createDirectories(directory.resolve("zfcp_0.0.1900_rec")).resolve("hex_ascii");
        String text = Files.readString(good.resolve("zfcp_0.0.1900_rec/hex_ascii"), StandardCharsets.ISO_8859_1);
        Files.writeString(rec, text.substring(0, text.length() - 30), StandardCharsets.ISO_8859_1);
        CommandRun run = CommandRun.of("dbf", directory.toString());
        assertOneLine(run);
        assertTrue(run.err().contains(rec + ":" + text.lines().count() + ": "), run.err());
        assertEquals("", run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--slow 0", "--slow never", "--srbs 129", "--device 1900", "--device 0.0.19001", "--no-such"})
    void wrongCalls(String options) {
        assertOneLine(CommandRun.of(("dbf " + good + " " + (options.isEmpty() ? good : options)).split(" ")));
    }

    @Test
    void foldersThatAreNone() {
        assertOneLine(CommandRun.of("dbf", directory.toString()));
        assertOneLine(CommandRun.of("dbf", directory.resolve("none").toString()));
        assertOneLine(CommandRun.of("dbf", "/dev/null"));
        assertOneLine(CommandRun.of("dbf"));
        assertOneLine(CommandRun.of("dbf", good.toString(), "--json", directory.resolve("none/a.json").toString()));
    }

    @Test
    void patienceAndAgreedBuffersCanBeNamed() {
        assertEquals(0, CommandRun.of("dbf", flap.toString(), "--srbs", "17").out().lines().filter(line -> line.contains("over-post")).count());
        assertEquals(0, CommandRun.of("dbf", good.toString(), "--slow", "1").status());
    }
}
