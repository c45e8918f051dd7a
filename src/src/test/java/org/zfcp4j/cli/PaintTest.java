// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PaintTest {
    private static final String ESCAPE = "\u001b[";

    private static boolean colors(String when, boolean terminal, String noColor, String term) throws UsageException {
        return !Paint.of(when, terminal, noColor, term).bad("text").equals("text");
    }

    @Test
    void colorsAreForTerminalsThatWantThem() throws UsageException {
        assertTrue(colors("auto", true, null, "xterm"));
        assertTrue(colors("auto", true, "", "xterm"), "NO_COLOR counts if it is not empty");
        assertFalse(colors("auto", true, "1", "xterm"));
        assertFalse(colors("auto", true, null, "dumb"));
        assertFalse(colors("auto", false, null, "xterm"));
    }

    @Test
    void theOptionHasPrecedenceOverTheEnvironment() throws UsageException {
        assertTrue(colors("always", false, "1", "dumb"));
        assertFalse(colors("never", true, null, "xterm"));
    }

    @Test
    void bothCommandsThatColorTakeTheOption() {
        for (String call : new String[] {"run bring-up", "explore refill-race --srbs 1"}) {
            assertTrue(CommandRun.of((call + " --color always").split(" ")).out().contains(ESCAPE), call);
            assertFalse(CommandRun.of((call + " --color=never").split(" ")).out().contains(ESCAPE), call);
            CommandRun wrong = CommandRun.of((call + " --color sometimes").split(" "));
            assertEquals(Command.EXIT_USAGE, wrong.status());
            assertTrue(wrong.err().contains("--color is auto, always or never, not \"sometimes\""), wrong.err());
        }
    }
}
