// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.report;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zfcp4j.parity.compare.Comparison;
import org.zfcp4j.parity.compare.Difference;
import org.zfcp4j.parity.compare.FileSummary;
import org.zfcp4j.parity.compare.RefillFinding;

/** A comparison as text: what it is about, a table of the C files, the refill, the differences, the verdict. */
public final class ComparisonText {
    private static final String ROW = "%-16s %9s %7s %9s %8s %5s %12s %8s%n";

    private ComparisonText() {
    }

    public static void print(Comparison comparison, PrintStream out) {
        String version = comparison.version().isEmpty() ? "of a version that no Makefile states" : comparison.version();
        out.println("Linux " + version + ", and the port at level " + comparison.level().label());
        if (!comparison.version().equals(comparison.level().version())) {
            out.println("This level follows Linux " + comparison.level().version()
                    + ": what differs is a difference of the two kernels or one of the port.");
        }
        out.println();
        table(comparison.files(), out);
        refill(comparison.refill(), out);
        differences(comparison.differences(), out);
        out.println();
        out.println(verdict(comparison));
    }

    private static void table(List<FileSummary> files, PrintStream out) {
        out.printf(ROW, "file", "functions", "ported", "left out", "missing", "gone", "differences", "percent");
        for (FileSummary file : files) {
            row(file, out);
        }
        row(total(files), out);
        out.println("percent: functions ported without a difference, of those that are not left out");
    }

    private static void row(FileSummary file, PrintStream out) {
        out.printf(ROW, file.file(), file.functions(), file.ported(), file.leftOut(), file.missing(), file.gone(),
                file.differences(), file.percent());
    }

    private static FileSummary total(List<FileSummary> files) {
        FileSummary sum = new FileSummary("all", 0, 0, 0, 0, 0, 0, 0);
        for (FileSummary file : files) {
            sum = new FileSummary(sum.file(), sum.functions() + file.functions(), sum.ported() + file.ported(),
                    sum.leftOut() + file.leftOut(), sum.missing() + file.missing(), sum.gone() + file.gone(),
                    sum.differences() + file.differences(), sum.differing() + file.differing());
        }
        return sum;
    }

    private static void refill(RefillFinding refill, PrintStream out) {
        out.println();
        out.println("refill   " + refill.policy() + (refill.refill().isEmpty() ? "" : ", " + refill.refill()));
        refill.evidence().forEach(line -> out.println("           " + line));
        out.println("window   " + (refill.windowOpen() ? "open: close does not cancel stat_work" : "closed: close cancels stat_work"));
        line("set", refill.set(), out);
        line("close", refill.close().isEmpty() ? List.of() : List.of(refill.close()), out);
        line("inc", refill.count(), out);
        line("queue", refill.queue(), out);
        line("cancel", refill.cancels(), out);
        if (!refill.windowOpen()) {
            line("at close", refill.cancelsAtClose(), out);
        }
    }

    private static void line(String what, List<String> places, PrintStream out) {
        out.printf("           %-9s%s%n", what, places.isEmpty() ? "nowhere" : String.join(", ", places));
    }

    private static void differences(List<Difference> differences, PrintStream out) {
        String file = null;
        for (Difference difference : differences) {
            if (!difference.file().equals(file)) {
                file = difference.file();
                out.println();
                out.println(file.isEmpty() ? "not in C" : file);
            }
            out.printf("  %-11s%s%n", difference.kind(), difference.name());
            out.println("    C      " + orNothing(difference.c()));
            out.println("    Java   " + orNothing(difference.java()));
        }
    }

    private static String orNothing(String text) {
        return text.isEmpty() ? "nothing" : text;
    }

    private static String verdict(Comparison comparison) {
        String explained = comparison.functions("left out").size() + " functions are left out with a reason, "
                + comparison.explained().size() + " differences are explained";
        if (comparison.agrees()) {
            return "The port does what this driver does: " + explained + ", no other.";
        }
        Map<String, Long> kinds = comparison.differences().stream()
                .collect(Collectors.groupingBy(Difference::kind, TreeMap::new, Collectors.counting()));
        return "Differences without an explanation: " + comparison.differences().size() + " ("
                + kinds.entrySet().stream().map(kind -> kind.getValue() + " " + kind.getKey()).collect(Collectors.joining(", "))
                + "); " + explained + ".";
    }
}
