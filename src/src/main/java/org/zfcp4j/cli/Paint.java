// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import joptsimple.OptionParser;
import joptsimple.OptionSet;
import joptsimple.OptionSpec;

/** Colors, where the output is a terminal that wants them, or where {@code --color} says so. */
final class Paint {
    private static final String RESET = "\u001b[0m";
    private static final String AUTO = "auto";

    private final boolean on;

    Paint(boolean on) {
        this.on = on;
    }

    /** Declares {@code --color}. */
    static OptionSpec<String> option(OptionParser parser) {
        return parser.accepts("color", "colors: auto (the default: on a terminal, unless NO_COLOR is set), always or never")
                .withRequiredArg().describedAs("WHEN");
    }

    /** What {@code --color} says. */
    static Paint of(OptionSet set, OptionSpec<String> color) throws UsageException {
        return of(set.has(color) ? set.valueOf(color) : AUTO, Terminal.isTerminal(), System.getenv("NO_COLOR"), System.getenv("TERM"));
    }

    /** The same, of this terminal and this environment; null is a variable that is not set. */
    static Paint of(String when, boolean terminal, String noColor, String term) throws UsageException {
        boolean wanted = noColor == null || noColor.isEmpty();
        return switch (when) {
            case "always" -> new Paint(true);
            case "never" -> new Paint(false);
            case AUTO -> new Paint(terminal && wanted && !"dumb".equals(term));
            default -> throw new UsageException("--color is auto, always or never, not \"" + when + "\"");
        };
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
