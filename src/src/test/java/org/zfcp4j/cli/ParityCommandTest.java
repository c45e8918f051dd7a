// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParityCommandTest {
    @TempDir
    Path folder;

    private static void refused(String message, String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertEquals(2, run.status(), run.err());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    void aWrongCallIsOneLine() {
        refused("--linux DIR is needed", "parity");
        refused("--linux DIR is needed", "parity", "--linux", folder.toString(), "other");
        refused("bogus", "parity", "--bogus");
        refused("there is no level \"9\"; there are: 5.10, 7.1", "parity", "--linux", folder.toString(), "--level", "9");
        refused("takes no --level", "parity", "--linux", folder.toString(), "--diff", folder.toString(), "--level", "5.10");
    }

    @Test
    void whatIsNoKernelTreeIsOneLine() {
        refused("is no kernel tree with the zfcp driver", "parity", "--linux", folder.toString());
        refused("does not exist", "parity", "--linux", folder.resolve("nothing").toString());
    }

    @Test
    void theHelpNamesTheLevels() {
        CommandRun run = CommandRun.of("parity", "--help");
        assertEquals(0, run.status());
        assertTrue(run.out().contains("5.10, 7.1"), run.out());
    }

    /** {@code -Dzfcp4j.linux} is 5.10.198. */
    @Test
    void linux510HasNoDifferenceThatIsNotExplained() throws Exception {
        String linux = System.getProperty("zfcp4j.linux");
        assumeTrue(linux != null, "-Dzfcp4j.linux=DIR names no kernel tree");
        Path json = folder.resolve("parity.json");
        CommandRun run = CommandRun.of("parity", "--linux", linux, "--json", json.toString());
        assumeTrue(run.out().startsWith("Linux 5.10.198,"), "the tree is another one");
        assertEquals(0, run.status(), run.out());
        assertTrue(run.out().lines().anyMatch(line -> line.matches("all +535 +\\d+ +\\d+ +0 +0 +0 +100")), run.out());
        assertTrue(run.out().contains("refill   add-unless, zfcp_aux.c:274"), run.out());
        JsonObject result = Json.parse(Files.readString(json)).asObject();
        assertEquals(0, result.get("differences").asArray().size());
        assertEquals("zfcp_aux.c", result.get("files").asArray().get(3).asObject().getString("file", ""));
        assertEquals(535, result.get("functions").asArray().size());
    }
}
