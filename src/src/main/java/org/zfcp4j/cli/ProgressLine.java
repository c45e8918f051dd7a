// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.io.PrintStream;

/** One line of progress on a terminal; nothing where there is no terminal. */
final class ProgressLine {
    private static final long INTERVAL_NANOS = 100_000_000;

    private final PrintStream err;
    private final boolean terminal;
    private long last = System.nanoTime() - INTERVAL_NANOS;
    private int width;

    ProgressLine(PrintStream err) {
        this.err = err;
        this.terminal = Terminal.isTerminal();
    }

    void show(String text) {
        long now = System.nanoTime();
        if (!terminal || now - last < INTERVAL_NANOS) {
            return;
        }
        last = now;
        err.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
        err.flush();
        width = text.length();
    }

    void clear() {
        if (terminal && width > 0) {
            err.print("\r" + " ".repeat(width) + "\r");
            err.flush();
            width = 0;
        }
    }
}
