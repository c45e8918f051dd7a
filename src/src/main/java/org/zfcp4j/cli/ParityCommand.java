// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.WriterConfig;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import joptsimple.OptionException;
import joptsimple.OptionParser;
import joptsimple.OptionSet;
import joptsimple.OptionSpec;
import org.zfcp4j.cli.usage.CommandUsage;
import org.zfcp4j.parity.c.CTree;
import org.zfcp4j.parity.c.source.BadTreeException;
import org.zfcp4j.parity.code.ClassFiles;
import org.zfcp4j.parity.compare.Comparer;
import org.zfcp4j.parity.compare.Comparison;
import org.zfcp4j.parity.compare.Level;
import org.zfcp4j.parity.compare.PortIndex;
import org.zfcp4j.parity.diff.TreeDiff;
import org.zfcp4j.parity.diff.TreeDiffer;
import org.zfcp4j.parity.facts.DriverFacts;
import org.zfcp4j.parity.facts.FactsFile;
import org.zfcp4j.parity.facts.FieldFact;
import org.zfcp4j.parity.facts.LayoutFact;
import org.zfcp4j.parity.report.ComparisonJson;
import org.zfcp4j.parity.report.ComparisonText;
import org.zfcp4j.parity.report.DiffJson;
import org.zfcp4j.parity.report.DiffText;

/** {@code parity}: compares the port with a kernel source tree, or two trees with each other. */
public final class ParityCommand implements Command {
    private static final Level DEFAULT = Level.V5_10;

    private final OptionParser parser = new OptionParser();
    private final OptionSpec<String> linux = parser.accepts("linux", "the tree: its root, or a folder with drivers/s390 and the headers")
            .withRequiredArg().describedAs("DIR");
    private final OptionSpec<String> diff = parser.accepts("diff", "another tree, to compare with the first").withRequiredArg()
            .describedAs("DIR2");
    private final OptionSpec<String> levelName = parser.accepts("level", "the driver that the port follows: " + String.join(", ", Level.labels()))
            .withRequiredArg().describedAs("LEVEL");
    private final OptionSpec<String> json = parser.accepts("json", "write the result").withRequiredArg().describedAs("FILE");
    private final OptionSpec<String> facts = parser.accepts("facts", "only write what was read: functions, constants, structures, trace tags")
            .withRequiredArg().describedAs("FILE");
    private final CommandUsage usage = new CommandUsage("parity", "compare the port with a kernel source tree, or two trees with each other",
            parser)
            .call("--linux DIR [--level LEVEL] [--json FILE]").call("--linux DIR --diff DIR2 [--json FILE]")
            .call("--linux DIR --facts FILE")
            .text("Reads the C sources of zfcp and of the QDIO layer in a Linux tree, and says in what the port differs from them. With --diff: in"
                    + " what the drivers of two trees differ, and which methods of the port that touches. With --facts: writes what it has read as JSON,"
                    + " and compares nothing.")
            .text("Exit status 1 if anything differs without an explanation; 0 with --diff.")
            .example("--linux linux-5.10.198", "how the port differs from this driver")
            .example("--linux linux-7.1.5 --level 7.1", "the same for the other level")
            .example("--linux linux-5.10.198 --diff linux-7.1.5", "what changed, and which methods that touches");

    @Override
    public CommandUsage usage() {
        return usage;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        ProgressLine progress = new ProgressLine(err);
        try {
            OptionSet set = parser.parse(arguments.toArray(String[]::new));
            if (!set.has(linux) || !set.nonOptionArguments().isEmpty()) {
                throw new UsageException("--linux DIR is needed, and no other word; see \"zfcp4j parity --help\"");
            }
            Path jsonFile = set.has(json) ? Path.of(set.valueOf(json)) : null;
            Path tree = Path.of(set.valueOf(linux));
            if (set.has(facts)) {
                if (set.has(diff) || set.has(levelName) || set.has(json)) {
                    throw new UsageException("--facts compares nothing and takes no --diff, --level and --json");
                }
                return facts(tree, Path.of(set.valueOf(facts)), progress, out);
            }
            if (set.has(diff)) {
                if (set.has(levelName)) {
                    throw new UsageException("--diff compares two trees and takes no --level");
                }
                return diff(tree, Path.of(set.valueOf(diff)), jsonFile, progress, out);
            }
            Level level = set.has(levelName) ? Level.named(set.valueOf(levelName)) : DEFAULT;
            if (level == null) {
                throw new UsageException("there is no level \"" + set.valueOf(levelName) + "\"; there are: "
                        + String.join(", ", Level.labels()));
            }
            return compare(tree, level, jsonFile, progress, out);
        } catch (OptionException | UsageException | BadTreeException e) {
            progress.clear();
            err.println("zfcp4j: parity: " + e.getMessage());
            return EXIT_USAGE;
        } finally {
            progress.clear();
        }
    }

    private static int compare(Path tree, Level level, Path json, ProgressLine progress, PrintStream out)
            throws BadTreeException, UsageException {
        DriverFacts facts = read(tree, progress);
        progress.show("comparing");
        Comparison comparison = Comparer.compare(facts, ClassFiles.ofThisProgram(level.label()), level);
        write(json, ComparisonJson.of(comparison));
        progress.clear();
        ComparisonText.print(comparison, out);
        return comparison.agrees() ? EXIT_OK : EXIT_FAILED;
    }

    private static int diff(Path tree, Path other, Path json, ProgressLine progress, PrintStream out)
            throws BadTreeException, UsageException {
        DriverFacts first = read(tree, progress);
        DriverFacts second = read(other, progress);
        boolean byFolder = first.version().equals(second.version()) || first.version().isEmpty() || second.version().isEmpty();
        TreeDiff diff = TreeDiffer.diff(first, byFolder ? tree.toString() : first.version(), second,
                byFolder ? other.toString() : second.version(), new PortIndex(level -> ClassFiles.ofThisProgram(level.label())));
        write(json, DiffJson.of(diff));
        progress.clear();
        DiffText.print(diff, out);
        return EXIT_OK;
    }

    private static int facts(Path tree, Path file, ProgressLine progress, PrintStream out)
            throws BadTreeException, UsageException {
        DriverFacts facts = read(tree, progress);
        write(file, FactsFile.json(facts));
        progress.clear();
        String version = facts.version().isEmpty() ? tree.toString() : "Linux " + facts.version();
        out.printf("%s: %d functions, %d constants, %d structures, %d trace tags%n", version, facts.functions().size(),
                facts.constants().size(), facts.layouts().size(), facts.tags().size());
        return EXIT_OK;
    }

    private static DriverFacts read(Path tree, ProgressLine progress) throws BadTreeException {
        progress.show("reading " + tree);
        DriverFacts facts = CTree.open(tree);
        List<LayoutFact> incomplete = facts.incompleteLayouts();
        if (!incomplete.isEmpty()) {
            LayoutFact first = incomplete.get(0);
            throw new BadTreeException(tree + ": no header that can be read defines the type \"" + unknownType(first) + "\" in "
                    + first.tag() + " " + first.name() + ", " + first.place() + (incomplete.size() == 1 ? ""
                            : "; " + incomplete.size() + " structures lack such a type"));
        }
        return facts;
    }

    /** A type without a size is one that is nowhere defined, or has a member of such a type. */
    private static String unknownType(LayoutFact layout) {
        return layout.fields().stream().filter(field -> field.size() == 0 && field.array() == null).map(FieldFact::type).findFirst()
                .orElseGet(() -> layout.fields().stream().filter(field -> field.array() != null && field.array().elementSize() == 0)
                        .map(field -> field.array().elementType()).findFirst().orElse("?"));
    }

    private static void write(Path file, JsonObject json) throws UsageException {
        if (file != null) {
            OutputFile.write(file, to -> {
                try (Writer writer = Files.newBufferedWriter(to)) {
                    json.writeTo(writer, WriterConfig.PRETTY_PRINT);
                }
            });
        }
    }
}
