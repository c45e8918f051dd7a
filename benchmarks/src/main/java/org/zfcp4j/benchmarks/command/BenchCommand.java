// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.command;

import com.eclipsesource.json.WriterConfig;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import joptsimple.OptionException;
import joptsimple.OptionSet;
import joptsimple.OptionSpec;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.RunnerException;
import org.zfcp4j.benchmarks.machine.PinnedThreads;
import org.zfcp4j.benchmarks.report.Comparison;
import org.zfcp4j.benchmarks.report.GeometryCost;
import org.zfcp4j.benchmarks.report.GeometryVerdict;
import org.zfcp4j.benchmarks.report.HtmlReport;
import org.zfcp4j.benchmarks.report.ResultsFile.BadResultsException;
import org.zfcp4j.cli.BenchUsage;
import org.zfcp4j.cli.Command;
import org.zfcp4j.cli.usage.CommandUsage;
import org.zfcp4j.layout.Geometry;

/** {@code bench}: measures, and writes {@code results.json} and {@code report.html}; or compares two files of results. */
public final class BenchCommand implements Command {
    private static final String RESULTS = "results.json";
    private static final String ENVIRONMENT = "environment.json";
    private static final String RATIO = "ratio.json";
    private static final String REPORT = "report.html";
    private static final double MILLIS_PER_SECOND = 1e3;
    private static final int COMPARED = 2;
    private static final int MOST_FORKS = 100;
    private static final int MOST_THREADS = 4096;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 60_000;
    /** Of the search in each geometry: small, so that it takes seconds. */
    private static final int SEARCHED_SRBS = 4;

    private static final class UsageException extends Exception {
        private static final long serialVersionUID = 1;

        UsageException(String message) {
            super(message);
        }
    }

    @Override
    public CommandUsage usage() {
        return BenchUsage.USAGE;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            OptionSet options = BenchUsage.PARSER.parse(arguments.toArray(String[]::new));
            if (options.valuesOf(BenchUsage.WORDS).equals(List.of(BenchUsage.RATIO)) && !options.has(BenchUsage.COMPARE)) {
                return ratio(options, arguments, out, err);
            }
            return options.has(BenchUsage.COMPARE) ? compare(options, out) : bench(options, arguments, out, err);
        } catch (OptionException | UsageException | BadResultsException e) {
            err.println("zfcp4j: bench: " + e.getMessage());
        } catch (InvalidPathException e) {
            err.println("zfcp4j: bench: this is no file name: " + e.getInput());
        } catch (RunnerException e) {
            err.println("zfcp4j: bench: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        } catch (IOException e) {
            err.println("zfcp4j: bench: cannot write: " + e.getMessage());
        }
        return EXIT_USAGE;
    }

    private static int ratio(OptionSet options, List<String> arguments, PrintStream out, PrintStream err) {
        try {
            Path to = Files.createDirectories(Path.of(options.valueOf(BenchUsage.OUT)));
            RatioTable.of(options.has(BenchUsage.QUICK), out).print(facts(arguments), to.resolve(RATIO));
            return EXIT_OK;
        } catch (IOException e) {
            err.println("zfcp4j: bench: " + e.getMessage());
            return EXIT_FAILED;
        }
    }

    private int compare(OptionSet options, PrintStream out) throws UsageException, BadResultsException {
        List<String> files = options.valuesOf(BenchUsage.WORDS);
        if (files.size() != COMPARED) {
            throw new UsageException("--compare takes two files of results, the old one first");
        }
        return switch (Comparison.print(Path.of(files.get(0)), Path.of(files.get(1)), out)) {
            case HELD -> EXIT_OK;
            case WORSE -> EXIT_FAILED;
            case BLIND -> BenchUsage.EXIT_BLIND;
        };
    }

    private List<Case> cases(OptionSet options, Topology topology) throws UsageException {
        List<Pattern> patterns;
        try {
            patterns = options.valuesOf(BenchUsage.WORDS).stream().map(w -> Pattern.compile(w, Pattern.CASE_INSENSITIVE)).toList();
        } catch (PatternSyntaxException e) {
            throw new UsageException("this is no regular expression: " + e.getPattern());
        }
        List<Case> cases = Suite.cases(BenchmarkList.defaultList().getAll(new QuietFormat(null), List.of()), patterns,
                threads(options, topology));
        if (cases.isEmpty()) {
            throw new UsageException("no benchmark matches " + String.join(" ", options.valuesOf(BenchUsage.WORDS)) + "; --list shows all");
        }
        return cases;
    }

    /** What the user names, or what the system says. */
    private static Topology topology(OptionSet options) throws UsageException {
        if (options.has(BenchUsage.CPUS)) {
            try {
                return Topology.of(Topology.parse(options.valueOf(BenchUsage.CPUS)));
            } catch (NumberFormatException e) {
                throw new UsageException("--cpus takes a list such as 0-3,8, not \"" + options.valueOf(BenchUsage.CPUS) + '"');
            }
        }
        try {
            return Topology.ofSystem();
        } catch (IOException | NumberFormatException e) {
            return new Topology(List.of());
        }
    }

    private static List<Integer> threads(OptionSet options, Topology topology) throws UsageException {
        if (!options.has(BenchUsage.THREADS)) {
            return topology.threads();
        }
        List<Integer> threads = new ArrayList<>();
        for (String word : options.valueOf(BenchUsage.THREADS).split(",", -1)) {
            threads.add((int) number("--threads", word, 1, MOST_THREADS));
        }
        return threads;
    }

    private static List<String> jvmArgs(OptionSet options, String cpus) {
        List<String> arguments = new ArrayList<>();
        if (!cpus.isEmpty()) {
            arguments.addAll(List.of("-Djmh.executor=CUSTOM", "-Djmh.executor.class=" + PinnedThreads.class.getName(),
                    "-D" + PinnedThreads.CPUS + "=" + cpus));
        }
        if (options.has(BenchUsage.JVM_ARGS)) {
            arguments.addAll(List.of(options.valueOf(BenchUsage.JVM_ARGS).strip().split("\\s+")));
        }
        return arguments;
    }

    private static long number(OptionSet options, OptionSpec<String> option, long least, long most) throws UsageException {
        return number("--" + option.options().get(0), options.valueOf(option), least, most);
    }

    private static long number(String what, String text, long least, long most) throws UsageException {
        if (!text.matches("\\d{1,9}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            throw new UsageException(what + " takes a number from " + least + " to " + most + ", not \"" + text + '"');
        }
        return Long.parseLong(text);
    }

    /** C has the queues of the architecture only: beside them, a port with others would be compared with something else. */
    private static void checkGeometry(List<Case> cases) throws UsageException {
        for (Case one : cases) {
            if (!Geometry.CURRENT.equals(Geometry.ARCHITECTED) && one.isReference()) {
                throw new UsageException("the C reference has the architected geometry only, not " + Geometry.CURRENT
                        + "; the benchmarks whose names begin with Layout have no reference");
            }
        }
    }

    /** What the figures depend on. */
    private static Map<String, String> facts(List<String> arguments) {
        Map<String, String> facts = Environment.facts();
        facts.put("Command line", "zfcp4j bench " + String.join(" ", arguments));
        facts.put("Begun", ZonedDateTime.now().truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        return facts;
    }

    private int bench(OptionSet options, List<String> arguments, PrintStream out, PrintStream err)
            throws UsageException, BadResultsException, IOException, RunnerException {
        Topology topology = topology(options);
        List<Case> cases = cases(options, topology);
        checkGeometry(cases);
        Settings settings = (options.has(BenchUsage.QUICK) ? Settings.QUICK : Settings.SOUND).with(
                options.has(BenchUsage.FORKS) ? (int) number(options, BenchUsage.FORKS, 1, MOST_FORKS) : null,
                options.has(BenchUsage.TIME) ? number(options, BenchUsage.TIME, SHORTEST, LONGEST) : null);
        String planned = Progress.duration(SuiteRun.plannedMillis(settings, cases) / MILLIS_PER_SECOND);
        if (options.has(BenchUsage.LIST)) {
            cases.forEach(out::println);
            out.println(cases.size() + " cases, about " + planned);
            return EXIT_OK;
        }
        Path to = Files.createDirectories(Path.of(options.valueOf(BenchUsage.OUT)));
        Path results = to.resolve(RESULTS);
        Map<String, String> facts = facts(arguments);
        facts.put("Measured", settings.toString());
        String cpus = topology.cores().stream().map(String::valueOf).collect(Collectors.joining(","));
        facts.put("Threads bound to", cpus.isEmpty() ? "none: this system does not tell its processors" : "processors " + cpus + ", one each");
        Files.writeString(to.resolve(ENVIRONMENT), Environment.json(facts).toString(WriterConfig.PRETTY_PRINT) + "\n");
        out.println(cases.size() + " cases, about " + planned + "; intervals of 95 %");
        SuiteRun run = new SuiteRun(settings, cases, jvmArgs(options, cpus), results, out, err, onTerminal());
        for (Case one : cases) {
            run.run(one);
        }
        List<GeometryVerdict> verdicts = check(cases, out);
        if (run.succeeded() > 0) {
            HtmlReport.write(results, facts, verdicts, costs(cases), to.resolve(REPORT));
            out.println(results + ", " + to.resolve(REPORT));
        }
        return run.failures() == 0 && verdicts.stream().allMatch(GeometryVerdict::expected) ? EXIT_OK : EXIT_FAILED;
    }

    /** The invariants in each geometry that was measured. */
    private static List<GeometryVerdict> check(List<Case> cases, PrintStream out) throws IOException {
        List<GeometryVerdict> verdicts = new ArrayList<>();
        GeometryChecks checks = new GeometryChecks(SEARCHED_SRBS);
        for (String geometry : Suite.geometries(cases)) {
            List<GeometryVerdict> found = checks.of(geometry);
            found.forEach(v -> out.printf("%-24s %-40s %s%s%n", v.geometry(), v.check(), v.outcome(),
                    v.expected() ? "" : " (not as expected)"));
            verdicts.addAll(found);
        }
        return verdicts;
    }

    /** What the model counts in each geometry that was measured. */
    private static List<GeometryCost> costs(List<Case> cases) throws IOException {
        List<GeometryCost> costs = new ArrayList<>();
        GeometryChecks checks = new GeometryChecks(SEARCHED_SRBS);
        for (String geometry : Suite.geometries(cases)) {
            costs.add(checks.cost(geometry));
        }
        return costs;
    }

    private static boolean onTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
