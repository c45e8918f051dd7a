// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zfcp4j.benchmarks.ThreadProfiler;

/** Sentences about what was counted beside the scores. */
final class Notes {
    /** Below that, what a fork allocates for its own bookkeeping is what is seen. */
    private static final double NOTHING = 0.05;

    /** Names that end in numbers by those numbers: {@code missing2} before {@code missing17to32}. */
    private static final Comparator<String> BY_NUMBER = Comparator.<String, String>comparing(name -> name.split("\\d", 2)[0])
            .thenComparingInt(Notes::firstNumber).thenComparing(Comparator.naturalOrder());

    private static final String PROFILER = "gc.";
    private static final String THREAD = "thread.";
    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");
    private static final String EXCESS = "excess";

    private Notes() {
    }

    static List<String> of(List<Measurement> measurements) {
        List<String> notes = new ArrayList<>();
        allocation(measurements, notes);
        fairness(measurements, notes);
        for (String counter : counters(measurements)) {
            counted(measurements, counter, notes);
        }
        return notes;
    }

    /** Only what was posted in excess. */
    static List<String> excess(List<Measurement> measurements) {
        List<String> notes = new ArrayList<>();
        counted(measurements, EXCESS, notes);
        return notes;
    }

    /** Secondary results other than those of profilers. */
    static TreeSet<String> counters(List<Measurement> measurements) {
        TreeSet<String> names = new TreeSet<>(BY_NUMBER);
        measurements.forEach(m -> names.addAll(m.secondary().keySet()));
        names.removeIf(name -> name.startsWith(PROFILER) || name.startsWith(THREAD));
        return names;
    }

    private static int firstNumber(String name) {
        Matcher digits = DIGITS.matcher(name);
        return digits.find() ? Integer.parseInt(digits.group()) : 0;
    }

    private static void allocation(List<Measurement> measurements, List<String> notes) {
        Measurement most = null;
        for (Measurement m : measurements) {
            if (!Double.isNaN(m.allocated()) && (most == null || m.allocated() > most.allocated())) {
                most = m;
            }
        }
        if (most != null) {
            notes.add(most.allocated() < NOTHING ? "Nothing is allocated per operation."
                    : "The most that is allocated per operation is " + Numbers.value(most.allocated()) + " bytes, by " + most + ".");
        }
    }

    /** Where threads shared the work least evenly. */
    private static void fairness(List<Measurement> measurements, List<String> notes) {
        Measurement worst = measurements.stream().filter(m -> m.secondary().containsKey(ThreadProfiler.LEAST))
                .min(Comparator.comparingDouble(m -> m.secondary().get(ThreadProfiler.LEAST).value())).orElse(null);
        if (worst != null) {
            notes.add(String.format(Locale.ROOT, "Of the work of an iteration, divided by the number of threads, the thread that did least did %s, and"
                    + " the one that did most %s, where that was most uneven: %s.", Numbers.value(worst.secondary().get(ThreadProfiler.LEAST).value()),
                    Numbers.value(worst.secondary().get(ThreadProfiler.MOST).value()), worst));
        }
    }

    /** Sums by method and policy. */
    private static void counted(List<Measurement> measurements, String counter, List<String> notes) {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (Measurement m : measurements) {
            Measurement.Secondary value = m.secondary().get(counter);
            if (value != null && value.isCount()) {
                String who = m.coordinate(Axes.POLICY) == null ? m.method() : m.coordinate(Axes.POLICY) + " (" + m.method() + ")";
                sums.merge(who, value.value(), Double::sum);
            }
        }
        if (sums.isEmpty()) {
            return;
        }
        List<String> parts = new ArrayList<>();
        sums.forEach((who, sum) -> {
            if (sum != 0) {
                parts.add(who + " " + String.format(Locale.ROOT, "%,.0f", sum));
            }
        });
        notes.add("Counted as " + counter + ": " + (parts.isEmpty() ? "none at all." : String.join(", ", parts) + "."));
    }
}
