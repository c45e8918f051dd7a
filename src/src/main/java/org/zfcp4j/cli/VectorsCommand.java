// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import joptsimple.OptionException;
import joptsimple.OptionParser;
import joptsimple.OptionSet;
import joptsimple.OptionSpec;
import org.zfcp4j.cli.usage.CommandUsage;
import org.zfcp4j.vectors.ReplayResult.Verdict;
import org.zfcp4j.vectors.UnreadableException;
import org.zfcp4j.vectors.report.Report;
import org.zfcp4j.vectors.report.VectorsReplay;

/** {@code vectors}: replays recordings of the C driver against the port. */
public final class VectorsCommand implements Command {
    private final OptionParser parser = new OptionParser();
    private final OptionSpec<String> json = parser.accepts("json", "write the result").withRequiredArg().describedAs("FILE");
    private final OptionSpec<String> words = parser.nonOptions("a folder of recordings, or one").describedAs("FILE");
    private final CommandUsage usage = new CommandUsage("vectors", "replay recordings of the C driver against the port", parser)
            .call("[DIR | FILE] [--json FILE]")
            .text("Replays all recordings below DIR, or FILE (*.jsonl, *.jsonl.gz), or those that ship with the program, and says for each"
                    + " transcript and each row of a table whether the port did what the C driver did.")
            .text("Exit status 1 if anything differs, 2 if a recording cannot be read.")
            .example("", "those that ship with the program")
            .example("recordings --json replay.json", "those of a folder, with the result as JSON");

    @Override
    public CommandUsage usage() {
        return usage;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        ProgressLine progress = new ProgressLine(err);
        try {
            OptionSet set = parser.parse(arguments.toArray(String[]::new));
            List<String> where = set.valuesOf(words);
            if (where.size() > 1) {
                throw new UsageException("one folder or file, not " + where.size() + "; see \"zfcp4j vectors --help\"");
            }
            Path jsonFile = set.has(json) ? Path.of(set.valueOf(json)) : null;
            Report report = new VectorsReplay(text -> show(progress, text))
                .run(where.isEmpty() ? null : Path.of(where.get(0)), jsonFile, out);
            progress.clear();
            return status(report, err);
        } catch (OptionException | UsageException | UnreadableException e) {
            progress.clear();
            err.println("zfcp4j: vectors: " + e.getMessage());
            return EXIT_USAGE;
        } finally {
            progress.clear();
        }
    }

    private static int status(Report report, PrintStream err) {
        long errors = report.count(Verdict.ERROR);
        if (errors > 0) {
            err.println("zfcp4j: vectors: " + errors + (errors == 1 ? " recording" : " recordings") + " or rows cannot be replayed");
            return EXIT_USAGE;
        }
        return report.count(Verdict.DIFFERS) == 0 ? EXIT_OK : EXIT_FAILED;
    }

    /** Replays run in parallel. */
    private static void show(ProgressLine progress, String text) {
        synchronized (progress) {
            progress.show(text);
        }
    }
}
