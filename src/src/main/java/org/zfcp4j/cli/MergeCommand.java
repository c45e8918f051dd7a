// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import com.eclipsesource.json.WriterConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import joptsimple.OptionException;
import joptsimple.OptionParser;
import joptsimple.OptionSet;
import joptsimple.OptionSpec;
import org.zfcp4j.cli.usage.CommandUsage;
import org.zfcp4j.lab.FileProblem;
import org.zfcp4j.swarm.Merged;
import org.zfcp4j.swarm.ResultFile;

/** {@code merge}: adds up the results of shards. */
public final class MergeCommand implements Command {
    private final OptionParser parser = new OptionParser();
    private final OptionSpec<String> json = parser.accepts("json", "write the result").withRequiredArg().describedAs("FILE");
    private final OptionSpec<String> words = parser.nonOptions("files that --jsonl has written").describedAs("FILE");
    private final CommandUsage usage = new CommandUsage("merge", "add up the results of run --jsonl and explore --jsonl", parser)
            .call("FILE... [--json FILE]")
            .text("Adds up what the shards of one call have written, on one machine or on many: violations by kind with their seeds, what was"
                    + " covered, and what is missing. The result is that of the call without --shard.")
            .text("Exit status 1 if anything was violated or is missing, 2 if the files do not belong together.")
            .example("shard-1.jsonl shard-2.jsonl", "of: zfcp4j run kitchen-sink --seeds 1..1000 --shard 1/2 --jsonl shard-1.jsonl, and 2/2");

    @Override
    public CommandUsage usage() {
        return usage;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            OptionSet set = parser.parse(arguments.toArray(String[]::new));
            List<String> names = set.valuesOf(words);
            if (names.isEmpty()) {
                throw new UsageException("name the files; see \"zfcp4j merge --help\"");
            }
            List<ResultFile> files = new ArrayList<>();
            for (String name : names) {
                files.add(read(Path.of(name)));
            }
            Merged merged = Merged.of(files);
            merged.lines().forEach(out::println);
            for (ResultFile file : files) {
                if (file.cutOff()) {
                    err.println("zfcp4j: merge: the last line of " + file.file() + " is incomplete, and was left out");
                }
            }
            if (set.has(json)) {
                OutputFile.write(Path.of(set.valueOf(json)),
                        to -> Files.writeString(to, merged.json().toString(WriterConfig.PRETTY_PRINT) + System.lineSeparator()));
            }
            return merged.ok() ? EXIT_OK : EXIT_FAILED;
        } catch (InvalidPathException e) {
            err.println("zfcp4j: merge: this is no file name: " + e.getInput());
        } catch (OptionException | UsageException | IllegalArgumentException | UnsupportedOperationException e) {
            err.println("zfcp4j: merge: " + e.getMessage());
        }
        return EXIT_USAGE;
    }

    private static ResultFile read(Path file) throws UsageException {
        try {
            return ResultFile.read(file);
        } catch (IOException e) {
            throw new UsageException("cannot read: " + FileProblem.of(file, e));
        }
    }
}
