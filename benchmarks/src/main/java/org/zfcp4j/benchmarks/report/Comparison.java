// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares new results with old ones.
 *
 * <p>Two runs differ by more than what their errors tell: another machine, other guests on it. So where a result has a twin in C
 * in the same file, their quotient is compared, which cancels such differences; else the score itself. Something changed if the
 * 99.9 % intervals of old and new do not overlap, and if more is allocated than the bookkeeping of a fork explains: many results
 * are compared at once, and 95 % would raise false alarms.
 */
public final class Comparison {
    private static final double CONFIDENCE = 0.999;
    private static final double ALLOCATED_MORE = 0.5;

    /** A comparison that would not have noticed this slow-down anywhere says nothing. */
    private static final double NOTICEABLE = 0.2;

    /** What came of it. */
    public enum Outcome {
        /** Nothing got worse. */
        HELD,
        /** Something got worse beyond the error. */
        WORSE,
        /** Nothing did, but the errors are so large that no result would have shown a slow-down of a fifth. */
        BLIND
    }

    private enum Verdict { BETTER, WORSE, SAME }

    /**
     * A line of the outcome.
     *
     * @param change  of speed
     * @param visible the smallest slow-down that would have been beyond the error, 1 for none
     */
    private record Line(Verdict verdict, String text, double change, double visible) {
    }

    private final Map<Measurement.Key, Measurement> before;
    private final Map<Measurement.Key, Measurement> after;
    private final List<Line> lines = new ArrayList<>();

    private Comparison(Map<Measurement.Key, Measurement> before, Map<Measurement.Key, Measurement> after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Prints what changed beyond the error.
     *
     * @throws ResultsFile.BadResultsException if a file is no result, or if the two have nothing in common
     */
    public static Outcome print(Path before, Path after, PrintStream out) throws ResultsFile.BadResultsException {
        Comparison comparison = new Comparison(byKey(ResultsFile.read(before)), byKey(ResultsFile.read(after)));
        int common = comparison.compare();
        if (common == 0) {
            throw new ResultsFile.BadResultsException(after, "no result has its like in " + before);
        }
        return comparison.print(common, out);
    }

    private static Map<Measurement.Key, Measurement> byKey(List<Measurement> measurements) {
        Map<Measurement.Key, Measurement> byKey = new HashMap<>();
        // What counts is not timed.
        measurements.stream().filter(m -> !DeficitsSection.fits(List.of(m))).forEach(m -> byKey.put(m.key(), m));
        return byKey;
    }

    private int compare() {
        List<Measurement> common = after.values().stream().filter(m -> before.containsKey(m.key()))
                .sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
        for (Measurement now : common) {
            speed(before.get(now.key()), now);
            allocation(before.get(now.key()), now);
        }
        return common.size();
    }

    private void speed(Measurement old, Measurement now) {
        Measurement oldTwin = old.method().equals(Measurement.PORT) ? before.get(old.twin()) : null;
        Measurement nowTwin = now.method().equals(Measurement.PORT) ? after.get(now.twin()) : null;
        boolean paired = oldTwin != null && nowTwin != null;
        Interval from = paired ? old.speedOver(oldTwin, CONFIDENCE) : old.interval(CONFIDENCE);
        Interval to = paired ? now.speedOver(nowTwin, CONFIDENCE) : now.interval(CONFIDENCE);
        boolean moreIsBetter = paired || now.isRate();
        Interval better = moreIsBetter ? to : from;
        Interval worse = moreIsBetter ? from : to;
        Verdict verdict = better.low() > worse.high() ? Verdict.BETTER : better.high() < worse.low() ? Verdict.WORSE : Verdict.SAME;
        // Both sides in C belong to the pair: the machine may be what changed.
        if (verdict == Verdict.WORSE && isReference(now)) {
            verdict = Verdict.SAME;
        }
        String what = paired ? "Java / C " + from + " -> " + to
                : Numbers.value(from.value()) + " -> " + Numbers.value(to.value()) + " " + now.unit();
        lines.add(new Line(verdict, now + ": " + what, better.value() / worse.value() - 1,
                isReference(now) ? 1 : visible(better, worse)));
    }

    /** With errors as they are: how much slower the new result has to be until its interval lies below that of the old one. */
    private static double visible(Interval now, Interval old) {
        double factor = old.low() / old.value() / (now.high() / now.value());
        return now.known() && old.known() ? Math.clamp(1 - factor, 0, 1) : 1;
    }

    private boolean isReference(Measurement m) {
        return m.method().equals(Measurement.REFERENCE)
                && after.containsKey(new Measurement.Key(m.type() + "." + Measurement.PORT, m.mode(), m.threads(), m.parameters()));
    }

    private void allocation(Measurement old, Measurement now) {
        double more = now.allocated() - old.allocated();
        if (Math.abs(more) > ALLOCATED_MORE) {
            lines.add(new Line(more > 0 ? Verdict.WORSE : Verdict.BETTER, now + ": bytes per operation "
                    + Numbers.value(old.allocated()) + " -> " + Numbers.value(now.allocated()), Double.NaN, 1));
        }
    }

    private Outcome print(int common, PrintStream out) {
        int worse = print("worse", Verdict.WORSE, out);
        int better = print("better", Verdict.BETTER, out);
        out.printf(Locale.ROOT, "%d compared: %d worse, %d better beyond the error (99.9 %% intervals)%s%n", common, worse, better,
                onlyInOne());
        double[] visible = lines.stream().mapToDouble(Line::visible).sorted().toArray();
        double least = visible[0];
        out.printf(Locale.ROOT, "smallest slow-down that would have shown: %.1f %%; in half of the results %.1f %%%n", 100 * least,
                100 * visible[visible.length / 2]);
        if (worse == 0 && least > NOTICEABLE) {
            out.printf(Locale.ROOT, "that is above %.0f %%: these files cannot be compared%n", 100 * NOTICEABLE);
            return Outcome.BLIND;
        }
        return worse == 0 ? Outcome.HELD : Outcome.WORSE;
    }

    private String onlyInOne() {
        long gone = before.keySet().stream().filter(k -> !after.containsKey(k)).count();
        long added = after.keySet().stream().filter(k -> !before.containsKey(k)).count();
        return gone + added == 0 ? "" : "; " + gone + " only in the old file, " + added + " only in the new one";
    }

    private int print(String title, Verdict verdict, PrintStream out) {
        int count = 0;
        for (Line line : lines) {
            if (line.verdict == verdict) {
                count++;
                out.println(title + "  " + line.text + (Double.isNaN(line.change) ? "" : ", speed " + Numbers.percent(line.change)));
            }
        }
        return count;
    }
}
