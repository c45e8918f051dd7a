// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.zfcp4j.explore.Covered;
import org.zfcp4j.explore.Finding;
import org.zfcp4j.explore.Outcome;
import org.zfcp4j.explore.Progress;
import org.zfcp4j.explore.RefillProgram;
import org.zfcp4j.explore.RefillStory;
import org.zfcp4j.explore.SearchResult;
import org.zfcp4j.explore.StoryLine;
import org.zfcp4j.kernel.virtual.DeadlockReport;
import org.zfcp4j.lab.refill.LinkUp;
import org.zfcp4j.trace.TraceRecord;

/** Prints what a search has found, as text. */
final class ExplorePrinter {
    private static final List<String> TITLES = List.of("ERP thread", "work queue", "interrupts, tasklets", "channel");
    private static final List<String> SHORT_TITLES = List.of("ERP", "work", "irq", "channel");
    private static final int TIME_WIDTH = 10;
    private static final int COLUMN_WIDTH = 26;
    /** Of the steps of one task in a row, so many are shown at the beginning and at the end. */
    private static final int FIRST = 3;
    private static final int LAST = 6;

    private final PrintStream out;
    private final Paint paint;
    private final Columns columns;

    /** @param width of the terminal, 0 for no limit */
    ExplorePrinter(PrintStream out, Paint paint, int width) {
        this.out = out;
        this.paint = paint;
        this.columns = new Columns(TITLES, SHORT_TITLES, TIME_WIDTH, COLUMN_WIDTH, width);
    }

    void head(ExploreOptions options, SearchResult result) {
        var refill = options.refill;
        out.println(paint.bold(refill.start().scenario() + ", " + refill.policy().policyName()) + ": Linux " + refill.level() + ", " + refill.srbs()
            + " status read buffers, " + refill.notifications() + (refill.notifications() == 1 ? " notification" : " notifications")
            + linkUp(refill.linkUp()) + ", " + options.bound() + (options.search.shard().isWhole() ? "" : ", shard " + options.search.shard()));
        Progress progress = result.progress();
        String cut = progress.cut() == 0 ? "" : String.format(" and %,d that ended where another had been", progress.cut());
        String states = progress.states() == 0 ? "" : String.format("; %,d states", progress.states());
        out.printf("%,d executions%s, %,d decisions%s; %.1f s%n", progress.executions(), cut, progress.decisions(), states,
            result.seconds());
        covered(out, result.covered());
    }

    /** A line, if the search goes by what it covers. */
    static void covered(PrintStream out, Covered covered) {
        if (!covered.equals(Covered.NOT_ASKED)) {
            out.printf("covered: %,d pairs of operations, %,d forms of trace records, %,d of %,d branches%n", covered.pairs(), covered.traces(),
                    covered.branches() - covered.missed().size(), covered.branches());
        }
    }

    private static String linkUp(LinkUp linkUp) {
        String burst = (linkUp.burst() == 0 ? "" : ", " + linkUp.burst() + " before LINK_UP")
            + (linkUp.versionLost() ? ", a lost VERSION_CHANGE" : "");
        int rports = linkUp.rports();
        return burst + (rports == 0 ? "" : ", " + rports + (rports == 1 ? " remote port" : " remote ports") + " blocked for "
            + linkUp.blockMillis() + " ms" + (rports == 1 ? "" : " each"));
    }

    void finding(Finding finding, RefillStory story) {
        out.println();
        out.println(paint.bad(finding.outcome().words()) + ": " + story.fault());
        out.printf("with %d preemption%s and %d steps:%n%n", story.preemptions(), story.preemptions() == 1 ? "" : "s",
            story.steps());
        columns(story.lines());
        traced(story);
        DeadlockReport deadlock = finding.execution().result().deadlock();
        if (deadlock != null) {
            out.println();
            deadlock.blocked().forEach(task -> out.println("  " + task));
            if (!deadlock.cycle().isEmpty()) {
                out.println("  a circle:");
                deadlock.cycle().forEach(line -> out.println("    " + line));
            }
        }
    }

    /** The tags of what the driver traced. */
    void traced(RefillStory story) {
        if (!story.records().isEmpty()) {
            out.println();
            out.println("traced: " + String.join(" ", story.records().stream().map(TraceRecord::tag).toList()));
        }
    }

    void columns(List<StoryLine> lines) {
        out.println(paint.dim(columns.head("ms")));
        List<StoryLine> segment = new ArrayList<>();
        for (StoryLine line : lines) {
            if (!segment.isEmpty() && segment.get(0).task() != line.task()) {
                segment(segment);
                segment.clear();
            }
            segment.add(line);
        }
        segment(segment);
    }

    /** Consecutive steps of one task. */
    private void segment(List<StoryLine> steps) {
        List<StoryLine> shown = steps.stream().filter(StoryLine::tells).toList();
        if (shown.isEmpty() && !steps.isEmpty() && steps.get(0).preempts()) {
            shown = List.of(steps.get(0));
        }
        boolean preempts = !steps.isEmpty() && steps.get(0).preempts();
        for (int i = 0; i < shown.size(); i++) {
            if (i == FIRST && shown.size() > FIRST + LAST + 1) {
                int skipped = shown.size() - FIRST - LAST;
                out.println(columns.indent(column(shown.get(i))) + paint.dim("... " + skipped + " more steps"));
                i += skipped;
            }
            print(shown.get(i), i == 0 && preempts);
        }
    }

    private void print(StoryLine line, boolean preempts) {
        String time = String.format("%d%s", line.nanos() / 1_000_000, preempts ? "!" : " ");
        String what = line.function() + ": " + line.operation() + ' ' + line.variable() + line.change();
        columns.lines(time, column(line), what, preempts ? paint::bold : UnaryOperator.identity()).forEach(out::println);
    }

    private static int column(StoryLine line) {
        return Math.min(line.lane(), TITLES.size() - 1);
    }

    /** Whether more is possible than {@code most} status read buffers. */
    private static String reach(ExploreOptions options, SearchResult result, int most) {
        if (most == RefillProgram.most(options.refill).bound()) {
            return "no schedule posts more: " + options.refill.srbs() + " are agreed, and the others were used up before";
        }
        return result.complete() ? "no schedule with " + options.bound() + " posts more"
            : "budget used: there may be schedules that post more";
    }

    /** @param most status read buffers that were with the channel at a time, in the first finding */
    void tail(ExploreOptions options, SearchResult result, List<Finding> findings, int most) {
        out.println();
        result.lockCycles().forEach(cycle -> out.println("noted: " + cycle));
        switch (result.outcome()) {
            case EXHAUSTED -> out.println(paint.good(Outcome.EXHAUSTED.words()) + ": all schedules with " + options.bound() + (options.search.shard().isWhole() ? "" : " in shard " + options.search.shard())
                + " are covered, nothing is violated");
            case BUDGET_USED -> out.println(Outcome.BUDGET_USED.words() + ": nothing is violated so far");
            default -> {
                if (options.most) {
                    out.println(reach(options, result, most));
                }
                out.println(findings.size() > 1 ? findings.size() + " ways to go wrong, each with the fewest preemptions, then steps, that"
                    + " were found" : "this schedule has the fewest preemptions, then steps, that were found");
                if (options.save != null || options.json != null) {
                    out.println("repeat it with: zfcp4j run --schedule " + (options.save != null ? options.save : options.json));
                }
            }
        }
    }
}
