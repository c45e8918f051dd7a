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
    /** How many threads. */
    public static final OptionSpec<String> THREADS = PARSER.accepts("threads", "numbers of threads with commas in between, instead of 1, 2, 4 and so"
            + " on: the cores of a package, all of them, twice as many").withRequiredArg().describedAs("N");
    /** Processes of a case. */
    public static final OptionSpec<String> FORKS = PARSER.accepts("forks", "processes for each case, 1 to 100 (default 3)").withRequiredArg()
            .describedAs("N");
    /** How long an iteration takes. */
    public static final OptionSpec<String> TIME = PARSER.accepts("time", "milliseconds of an iteration, 10 to 60000 (default 400)").withRequiredArg()
            .describedAs("MS");
    /** Where threads run. */
    public static final OptionSpec<String> CPUS = PARSER.accepts("cpus", "processors that threads are bound to, one each, such as 0-3,8 (default: the"
            + " first hardware thread of each core, package by package)").withRequiredArg().describedAs("LIST");
    /** Options of the measured processes. */
    public static final OptionSpec<String> JVM_ARGS = PARSER.accepts("jvm-args", "further options for the Java virtual machine that is measured")
            .withRequiredArg().describedAs("ARGS");
    /** Where results go. */
    public static final OptionSpec<String> OUT = PARSER.accepts("out", "the directory of results.json and report.html (default zfcp4j-bench)")
            .withRequiredArg().describedAs("DIR").defaultsTo("zfcp4j-bench");
    /** Names instead of measurements. */
    public static final OptionSpec<Void> LIST = PARSER.accepts("list", "the cases and their planned duration, without measuring");
    /** Two files instead of measurements. */
    public static final OptionSpec<Void> COMPARE = PARSER.accepts("compare", "compare two files of results; exit status 1 if something got worse beyond"
            + " the error, 3 if the errors would have hidden a slow-down of 20 %");
    /** Patterns of names, or files to compare. */
    public static final OptionSpec<String> WORDS = PARSER.nonOptions("a regular expression, or a file of results").describedAs("PATTERN");
    /** Exit status of a comparison that says nothing: the errors are too large. */
    public static final int EXIT_BLIND = 3;
    /** The whole. */
    public static final CommandUsage USAGE = new CommandUsage("bench", "measure with JMH, and write a report; in benchmarks.jar, which ./zfcp4j"
            + " builds and starts", PARSER)
            .call("[PATTERN...] [option...]").call("ratio [--quick]").call("--list [PATTERN...]").call("--compare OLD.json NEW.json")
            .text("Measures the benchmarks in whose name PATTERN, a regular expression, is found, in upper or lower case, with 95 % confidence"
                    + " intervals, beside a C reference of the same steps.")
            .text("ratio prints C time / Java time of the refill with one thread, by the shortest of alternating batches, which other load on the"
                    + " machine hardly changes.")
            .text("Threads are bound to cores, one each; more threads than cores are marked as oversubscribed in the report.")
            .example("--list", "what there is")
            .example("ratio", "Java beside C, row by row, in a few minutes")
            .example("--quick RefillClaim", "the claim of a status read buffer, in a minute or so")
            .example("--compare old/results.json new/results.json", "whether something got slower");

    private BenchUsage() {
    }
}
