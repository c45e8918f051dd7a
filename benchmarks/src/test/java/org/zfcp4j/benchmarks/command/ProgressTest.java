// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void theRestFollowsThePlanFirstAndThenWhatItTook() {
        assertEquals(200, Progress.secondsLeft(0, 200_000, 5000), 1e-9);
        assertEquals(90, Progress.secondsLeft(20_000, 200_000, 10_000), 1e-9);
        assertEquals(0, Progress.secondsLeft(200_000, 200_000, 10_000), 1e-9);
    }

    @Test
    void durationsAreReadable() {
        assertEquals("59 s", Progress.duration(59.4));
        assertEquals("2 min 05 s", Progress.duration(125));
        assertEquals("1 h 02 min", Progress.duration(3725));
    }

    @Test
    void theLineTellsWhatRunsAndWhatIsLeft() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Progress progress = new Progress(new PrintStream(bytes, true, StandardCharsets.UTF_8), 2, 36_000);
        progress.begin("A.x", Settings.SOUND);
        String line = bytes.toString(StandardCharsets.UTF_8);
        assertTrue(line.endsWith("[1/2] 36 s left  A.x"), line);
    }

    @Test
    void withoutATerminalNothingIsShown() {
        Progress progress = new Progress(null, 1, Settings.QUICK.plannedMillis());
        progress.begin("A.x", Settings.QUICK);
        progress.step();
        progress.end();
        assertFalse(Settings.QUICK.toString().isEmpty());
    }
}
