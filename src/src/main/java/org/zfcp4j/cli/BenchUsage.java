// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import joptsimple.OptionParser;
import joptsimple.OptionSpec;
import org.zfcp4j.cli.usage.CommandUsage;

/** Usage of {@code bench}, which is in another jar: so help and completions always have it. */
public final class BenchUsage {
    /** The options. */
    public static final OptionParser PARSER = new OptionParser();
    /** The word for the table of ratios. */
    public static final String RATIO = "ratio";
    /** Few and short iterations. */
    public static final OptionSpec<Void> QUICK = PARSER.accepts("quick", "few and short iterations: to see that all works, and orders of magnitude");
    /** Where results go. */
    public static final OptionSpec<String> OUT = PARSER.accepts("out", "the directory of results.json and report.html (default zfcp4j-bench)")
            .withRequiredArg().describedAs("DIR").defaultsTo("zfcp4j-bench");
    /** Names instead of measurements. */
    public static final OptionSpec<Void> LIST = PARSER.accepts("list", "the cases and their planned duration, without measuring");
    /** Two files instead of measurements. */
    public static final OptionSpec<Void> COMPARE = PARSER.accepts("compare", "compare two files of results; exit status 1 if something got worse beyond"
            + " the error");
    /** Patterns of names, or files to compare. */
    public static final OptionSpec<String> WORDS = PARSER.nonOptions("a regular expression, or a file of results").describedAs("PATTERN");
    /** The whole. */
    public static final CommandUsage USAGE = new CommandUsage("bench", "measure with JMH, and write a report; in benchmarks.jar, which ./zfcp4j"
            + " builds and starts", PARSER)
            .call("[PATTERN...] [--quick] [--out DIR]").call("ratio [--quick]").call("--list [PATTERN...]").call("--compare OLD.json NEW.json")
            .text("Measures the benchmarks in whose name PATTERN, a regular expression, is found, in upper or lower case, with 99.9 % confidence"
                    + " intervals, beside a C reference of the same steps.")
            .text("ratio prints C time / Java time of the refill with one thread, by the shortest of alternating batches, which other load on the"
                    + " machine hardly changes.")
            .example("--list", "what there is")
            .example("ratio", "Java beside C, row by row, in a few minutes")
            .example("--quick RefillClaim", "the claim of a status read buffer, in a minute or so")
            .example("--compare old/results.json new/results.json", "whether something got slower");

    private BenchUsage() {
    }
}
