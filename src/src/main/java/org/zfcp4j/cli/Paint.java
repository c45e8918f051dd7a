// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

/** Colours, where the output is a terminal that wants them. */
final class Paint {
    private static final String RESET = "\u001b[0m";

    private final boolean on;

    private Paint(boolean on) {
        this.on = on;
    }

    /** By the terminal and the environment variable {@code NO_COLOR}. */
    static Paint detect(boolean terminal) {
        return new Paint(terminal && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM")));
    }

    private String with(String code, String text) {
        return on ? "\u001b[" + code + 'm' + text + RESET : text;
    }

    String bold(String text) {
        return with("1", text);
    }

    String dim(String text) {
        return with("2", text);
    }

    String bad(String text) {
        return with("31", text);
    }

    String good(String text) {
        return with("32", text);
    }
}
