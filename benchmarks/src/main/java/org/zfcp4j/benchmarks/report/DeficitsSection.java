// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** A class that counted how many buffers were missing when refills began, in Java and in C. */
final class DeficitsSection {
    private static final String SUM = "missingSum";
    private static final String NONE = "missing0";
    private static final Map<String, String> CLASSES = classes();

    private DeficitsSection() {
    }

    /** Counters with their names in the legend, ascending. */
    private static Map<String, String> classes() {
        Map<String, String> classes = new LinkedHashMap<>();
        classes.put("missing1", "1");
        classes.put("missing2", "2");
        classes.put("missing3to4", "3–4");
        classes.put("missing5to8", "5–8");
        classes.put("missing9to16", "9–16");
        classes.put("missing17to32", "17–32");
        classes.put("missing33up", "33 and more");
        return classes;
    }

    static boolean fits(List<Measurement> measurements) {
        return measurements.stream().allMatch(m -> m.secondary().containsKey(SUM));
    }

    static Section of(String title, List<Measurement> measurements) {
        Comparator<SortedMap<String, String>> order = Comparator.comparing(Axes::words, Axes.ORDER);
        SortedMap<SortedMap<String, String>, List<Measurement>> charts = new TreeMap<>(order);
        for (Measurement m : measurements) {
            charts.computeIfAbsent(m.coordinatesWithout(List.of(Axes.THREADS, Axes.POLICY)), p -> new ArrayList<>()).add(m);
        }
        List<Section.Figure> figures = new ArrayList<>();
        charts.forEach((place, chart) -> figures.add(figure(Axes.words(place), chart)));
        List<String> notes = new ArrayList<>(Notes.excess(measurements));
        notes.add("These runs count, which takes time; they are not those that are timed. A refill that found nothing missing is not drawn.");
        return new Section(title, figures, notes, measurements);
    }

    private static Section.Figure figure(String place, List<Measurement> chart) {
        List<Measurement> order = chart.stream().sorted(Comparator
                .<Measurement, String>comparing(m -> Objects.requireNonNullElse(m.coordinate(Axes.POLICY), ""))
                .thenComparingInt(Measurement::threads).thenComparing(Measurement::method)).toList();
        List<StackChart.Row> rows = order.stream().map(DeficitsSection::row).toList();
        String caption = "Buffers that were missing when a refill found any" + (place.isEmpty() ? "" : " (" + place + ")");
        return new Section.Figure(caption, new StackChart(List.copyOf(CLASSES.values()), rows).draw(caption, "mean"), sentence(order));
    }

    private static StackChart.Row row(Measurement m) {
        double[] shares = CLASSES.keySet().stream().mapToDouble(name -> count(m, name) / Math.max(1, foundAny(m))).toArray();
        String side = m.method().equals(Measurement.PORT) ? "Java" : "C";
        String policy = m.coordinate(Axes.POLICY) == null ? "" : m.coordinate(Axes.POLICY) + ", ";
        return new StackChart.Row(policy + Axes.threads(m.threads()) + ", " + side, shares, Numbers.value(mean(m)));
    }

    private static double count(Measurement m, String counter) {
        return m.secondary().get(counter).value();
    }

    private static double foundAny(Measurement m) {
        return CLASSES.keySet().stream().mapToDouble(name -> count(m, name)).sum();
    }

    /** Of those that were found by refills that found any. */
    private static double mean(Measurement m) {
        return count(m, SUM) / Math.max(1, foundAny(m));
    }

    /** By policy, what Java met at the fewest and at the most threads, and how often there was nothing to do. */
    private static String sentence(List<Measurement> chart) {
        Map<String, List<Measurement>> policies = new LinkedHashMap<>();
        chart.stream().filter(m -> m.method().equals(Measurement.PORT))
                .forEach(m -> policies.computeIfAbsent(Objects.requireNonNullElse(m.coordinate(Axes.POLICY), "it"), p -> new ArrayList<>()).add(m));
        List<String> parts = new ArrayList<>();
        policies.forEach((policy, of) -> {
            Measurement first = of.get(0);
            Measurement last = of.get(of.size() - 1);
            StringBuilder part = new StringBuilder(policy).append(" met ").append(Numbers.value(mean(first))).append(" missing buffers on average with ")
                    .append(Axes.threads(first.threads()));
            if (last != first) {
                part.append(" and ").append(Numbers.value(mean(last))).append(" with ").append(Axes.threads(last.threads()));
            }
            double idle = count(last, NONE) / Math.max(1, count(last, NONE) + foundAny(last));
            parts.add(part.append(String.format(Locale.ROOT, " (%s of its refills then found none)", StackChart.percent(idle))).toString());
        });
        return parts.isEmpty() ? "Only C was counted." : "In Java, " + String.join("; ", parts) + ".";
    }
}
