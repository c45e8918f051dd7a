// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
    private String out;
    private String err;

    private int run(String... arguments) {
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        int status = Main.run(List.of(arguments), new PrintStream(outBytes, true, StandardCharsets.UTF_8),
                new PrintStream(errBytes, true, StandardCharsets.UTF_8));
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
        return status;
    }

    @Test
    void helpListsTheCommandsOfThisJarAndTheOneOfTheOther() {
        assertEquals(Command.EXIT_OK, run("help"));
        for (String command : List.of("run", "explore", "vectors", "layout", "bench")) {
            assertEquals(1, out.lines().filter(line -> line.startsWith("  " + command + " ")).count(), out);
        }
    }

    @Test
    void wrongCommandsAreToldInOneLine() {
        for (String word : List.of("bench", "nothing")) {
            assertEquals(Command.EXIT_USAGE, run(word));
            assertEquals("", out);
            assertTrue(err.startsWith("zfcp4j: ") && err.contains(word) && err.lines().count() == 1, err);
        }
    }
}
