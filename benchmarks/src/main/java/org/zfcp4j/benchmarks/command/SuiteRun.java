// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.zfcp4j.benchmarks.io.IoProfiler;
import org.zfcp4j.benchmarks.report.Score;

/** Runs cases one after the other. After each, the file of results has all of them so far, so that a run can be ended early. */
final class SuiteRun {
    private static final String FAILURES = "failures.log";
    private static final String LATENCIES = "latencies.hlog";

    private final Settings settings;
    private final Path results;
    private final PrintStream out;
    private final PrintStream err;
    private final Progress progress;
    private final List<String> further;
    private final List<RunResult> all = new ArrayList<>();
    private int failures;

    /**
     * What an earlier run has left of latencies beside the results, to which each case would append, is deleted.
     *
     * @param jvmArgs options of the virtual machine for all cases
     */
    SuiteRun(Settings settings, List<Case> cases, List<String> jvmArgs, Path results, PrintStream out, PrintStream err, boolean onTerminal)
            throws IOException {
        this.settings = settings;
        this.results = results;
        this.out = out;
        this.err = err;
        Path latencies = results.resolveSibling(LATENCIES);
        Files.deleteIfExists(latencies);
        further = new ArrayList<>(jvmArgs);
        further.add("-D" + IoProfiler.LOG + "=" + latencies);
        progress = new Progress(onTerminal ? err : null, cases.size(), plannedMillis(settings, cases));
    }

    /** How long cases take with settings, roughly. */
    static long plannedMillis(Settings settings, List<Case> cases) {
        return cases.stream().mapToLong(one -> settings.of(one).plannedMillis()).sum();
    }

    /** How many cases had no result. */
    int failures() {
        return failures;
    }

    int succeeded() {
        return all.size();
    }

    /**
     * Runs one of them. A failure is reported and recorded, and others may follow.
     *
     * @throws RunnerException if nothing can be run at all, as when another JMH run holds the lock of this machine
     */
    void run(Case one) throws IOException, RunnerException {
        Settings its = settings.of(one);
        progress.begin(one.toString(), its);
        QuietFormat format = new QuietFormat(progress);
        Collection<RunResult> outcome;
        try {
            outcome = new Runner(its.apply(one.apply(new OptionsBuilder(), further)).build(), format).run();
        } finally {
            progress.end();
        }
        if (outcome.isEmpty()) {
            failed(one, format.log());
            return;
        }
        all.addAll(outcome);
        try (PrintStream json = new PrintStream(Files.newOutputStream(results), false, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(ResultFormatType.JSON, json).writeOut(all);
        }
        for (RunResult result : outcome) {
            out.printf(Locale.ROOT, "%-72s %s%n", one, one.counts() ? "counted" : Score.text(result));
        }
    }

    private void failed(Case one, String log) throws IOException {
        Path file = results.resolveSibling(FAILURES);
        Files.writeString(file, (failures == 0 ? "" : Files.readString(file)) + one + "\n" + log + "\n");
        failures++;
        err.println("zfcp4j: " + one + " failed; what it said is in " + file);
    }
}
