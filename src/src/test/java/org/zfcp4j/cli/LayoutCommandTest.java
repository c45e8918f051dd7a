// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutCommandTest {
    @Test
    void structuresAreListedWithTheirSizes() {
        CommandRun run = CommandRun.of("layout");
        assertEquals(0, run.status());
        assertTrue(run.out().lines().anyMatch(line -> line.matches("fsf_qtcb +1696 bytes")), run.out());
    }

    @Test
    void theGeometryIsDrawn() {
        String out = CommandRun.of("layout").out();
        assertTrue(out.startsWith("geometry: architected, big-endian"), out);
        assertTrue(out.contains("=> 64 states share a line"), out);
        assertTrue(out.contains("SBAL: 16 SBALEs of 16 bytes; 16 to a page, 8 pages for a queue"), out);
        assertTrue(out.contains("0..63        both     output PRIMED"), out);
        assertTrue(out.lines().anyMatch(line -> line.matches(" +0 +0x0 +0\\.\\.3 +driver +request id; QTCB, SRB or data *")), out);
        assertTrue(out.lines().anyMatch(line -> line.matches(" +3 +0xc0 +12\\.\\.15 +channel +request ids of responses")), out);
    }

    @Test
    void liveQueuesAreDumpedWithTheirMeaning() {
        CommandRun run = CommandRun.of("layout", "--live");
        assertEquals(0, run.status());
        assertTrue(run.out().lines().anyMatch(line -> line.matches(" +SBAL \\d+ at 0x[0-9a-f]+: primed, the channel's")), run.out());
        assertTrue(run.out().contains(", status read"), run.out());
        assertTrue(run.out().contains("=> 1 of the 2 cache lines that hold states has states of both sides"), run.out());
        assertTrue(run.out().contains("empty, the channel's"), run.out());
    }

    @Test
    void aStructureIsListedWithItsMembers() {
        CommandRun run = CommandRun.of("layout", "qdio_buffer_element");
        assertTrue(run.out().contains("struct qdio_buffer_element, 16 bytes"), run.out());
        assertTrue(run.out().lines().anyMatch(line -> line.matches(" +0x8 +8 +addr")), run.out());
    }

    @Test
    void theSameAsJson(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("layout.json");
        assertEquals(0, CommandRun.of("layout", "qdio_buffer_element", "--json", file.toString()).status());
        JsonObject json = Json.parse(Files.readString(file)).asArray().get(0).asObject();
        assertEquals(16, json.getInt("size", 0));
        assertEquals("eflags", json.get("fields").asArray().get(0).asObject().getString("name", ""));
    }
}
