// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zfcp4j.kernel.virtual.DeadlockReport;
import org.zfcp4j.lab.Event;
import org.zfcp4j.lab.WorldResult;
import org.zfcp4j.lab.check.Finding;
import org.zfcp4j.lab.scenario.Moment;
import org.zfcp4j.lab.scenario.MomentRun;

/** Prints a report: the decisive part of some runs in columns, and one verdict per run. */
final class RunPrinter {
    private static final String FIRST_DEVICE = "0.0.1900";
    /** Whose failure is printed if several policies fail: Linux today first. */
    private static final List<String> TELLING = List.of("add-unless", "check-then-dec", "wait-for-work", "cancel-at-close",
            "claim-all");
    /** Tags of an error of the request queue, by level. */
    private static final List<String> QUEUE_ERRORS = List.of("qdireq1", "qdreqt1");
    private static final int MOST_FAILURES = 10;

    private final PrintStream out;
    private final RunOptions options;
    private final Paint paint;

    RunPrinter(PrintStream out, RunOptions options) {
        this.out = out;
        this.options = options;
        this.paint = options.paint;
    }

    void print(RunReport report) {
        out.println(paint.bold(report.scenario().name()) + ": " + report.scenario().summary());
        out.println(paint.dim(knobs(report)));
        if (options.manySeeds || options.durationSeconds != 0) {
            printMany(report);
        } else {
            byMoment(report).forEach(this::printMoment);
            printVerdicts(report);
        }
    }

    private String knobs(RunReport report) {
        WorldResult any = report.runs().get(0).result();
        StringBuilder text = new StringBuilder("Linux ").append(report.level()).append("; ")
                .append(options.real ? "real threads, wall clock" : "virtual time");
        text.append("; the channel takes ").append(any.limit()).append(" status read buffers (SRBs); (n/")
                .append(any.limit()).append("): n are posted");
        if (options.seeded) {
            text.append("; seed ").append(options.firstSeed);
            text.append(options.manySeeds ? " to " + options.lastSeed : "").append(options.shard.isWhole() ? "" : ", shard " + options.shard);
        }
        if (options.faulty) {
            text.append("; ").append(options.play.faults().size()).append(" fault rules");
        }
        return text.toString();
    }

    private static Map<Moment, List<MomentRun>> byMoment(RunReport report) {
        Map<Moment, List<MomentRun>> map = new LinkedHashMap<>();
        report.runs().forEach(run -> map.computeIfAbsent(run.moment(), m -> new ArrayList<>()).add(run));
        return map;
    }

    private void printMoment(Moment moment, List<MomentRun> runs) {
        out.println();
        out.println(paint.bold(moment.name()) + ": " + moment.title());
        MomentRun broken = firstOf(runs, true);
        MomentRun whole = firstOf(runs, false);
        if (broken != null) {
            printStory(broken);
        }
        if (whole != null && (broken == null || !broken.result().deadlocked())) {
            printStory(whole);
        }
    }

    private static MomentRun firstOf(List<MomentRun> runs, boolean violated) {
        return runs.stream().filter(run -> run.result().violated() == violated)
                .min(Comparator.comparingInt(run -> telling(run.policy()))).orElse(null);
    }

    private static int telling(String policy) {
        int index = TELLING.indexOf(policy);
        return index < 0 ? TELLING.size() : index;
    }

    private void printStory(MomentRun run) {
        WorldResult result = run.result();
        String device = device(result);
        out.println();
        out.println("  " + paint.bold(run.policy()) + ", " + device + seed(run));
        List<Row> rows = Story.of(result.events(), device, opening(run, device), result.limit());
        new TimelinePrinter(out, paint, Terminal.knownColumns()).print(rows);
        if (result.run() != null && result.run().deadlock() != null) {
            printDeadlock(result.run().deadlock());
        }
        result.findings().forEach(finding -> out.println("  " + paint.bad(finding.toString())));
        out.println("  => " + verdict(run));
    }

    private String seed(MomentRun run) {
        if (!run.moment().isSearched() || options.real || options.schedule != null) {
            return "";
        }
        return ", seed " + run.seed() + (run.tried() > 1 ? " (" + run.tried() + " tried)" : "");
    }

    private static String device(WorldResult result) {
        for (Finding finding : result.findings()) {
            if (!finding.device().isEmpty()) {
                return finding.device();
            }
        }
        return FIRST_DEVICE;
    }

    private static int opening(MomentRun run, String device) {
        List<Event> events = run.result().events();
        for (int i = events.size() - 1; i >= 0; i--) {
            Event event = events.get(i);
            if ((event.device().equals(device) || event.device().isEmpty()) && run.moment().isOpening(event)) {
                return i;
            }
        }
        return 0;
    }

    private void printDeadlock(DeadlockReport deadlock) {
        for (String line : deadlock.cycle().isEmpty() ? List.of(deadlock.summary()) : deadlock.cycle()) {
            out.println("  " + paint.bad(line));
        }
    }

    private void printVerdicts(RunReport report) {
        out.println();
        for (Map.Entry<Moment, List<MomentRun>> entry : byMoment(report).entrySet()) {
            for (MomentRun run : entry.getValue()) {
                String good = run.asExpected() || !report.byExpectation() ? "" : paint.bad("  NOT AS EXPECTED");
                out.println(String.format("%-20s %-16s ", run.moment().name(), run.policy()) + verdict(run) + good);
            }
        }
        printNotes(report);
        long met = report.runs().stream().filter(MomentRun::asExpected).count();
        out.println();
        if (report.byExpectation()) {
            out.println(met == report.runs().size() ? paint.good("all " + met + " as expected")
                    : paint.bad(report.runs().size() - met + " of " + report.runs().size() + " not as expected"));
        } else {
            out.println(report.ok() ? paint.good("no invariant violated") : paint.bad("invariants violated"));
        }
    }

    private void printNotes(RunReport report) {
        Set<String> notes = new LinkedHashSet<>();
        report.runs().forEach(run -> notes.addAll(run.result().notes()));
        notes.stream().findFirst().ifPresent(note -> out.println(System.lineSeparator() + paint.dim("noted: " + note)));
    }

    private String verdict(MomentRun run) {
        WorldResult result = run.result();
        if (!run.decisive()) {
            return "no schedule came to the point in " + run.tried() + " seeds";
        }
        String state = result.deadlocked() ? "deadlock, adapter not recovered" : result.up() ? "adapter up" : "adapter down";
        String tags = QUEUE_ERRORS.stream().filter(result.tags()::contains).findFirst().map(tag -> " (" + tag + ")").orElse("");
        String srbs = result.maxSrbs() + " SRBs of " + result.limit();
        if (!result.violated()) {
            return paint.good("holds     ") + " " + srbs + ", " + state + tags;
        }
        return paint.bad("violated  ") + " " + srbs + ", " + state + tags + "; " + invariants(result);
    }

    private static String invariants(WorldResult result) {
        return String.join(", ", result.findings().stream().map(f -> f.invariant().label()).distinct().toList());
    }

    private void printMany(RunReport report) {
        List<MomentRun> failures = report.runs().stream().filter(run -> run.result().violated()).toList();
        failures.stream().filter(run -> !run.result().events().isEmpty()).findFirst().ifPresent(run -> {
            out.println();
            out.println(paint.bold(run.moment().name()) + ": " + run.moment().title());
            printStory(run);
        });
        out.println();
        failures.stream().limit(MOST_FAILURES).forEach(run -> out.println(String.format("seed %-8d %-20s %-16s ", run.seed(),
                run.moment().name(), run.policy()) + verdict(run)));
        if (failures.size() > MOST_FAILURES) {
            out.println("... and " + (failures.size() - MOST_FAILURES) + " more");
        }
        int runs = report.runs().size();
        out.println(failures.isEmpty() ? paint.good(runs + " runs, no invariant violated")
                : paint.bad(runs + " runs, " + failures.size() + " violated"));
    }
}
