// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A class whose methods, or whose parameters if it has one method only, are alternatives to each other. */
final class PlainSection {
    private static final int COLOUR_BEST = 0;
    private static final int COLOUR_OTHER = 7;
    private static final int COLOUR_BASELINE = 6;
    private static final String SAMPLED = "sample";

    /** The name of a method that does all but what the others are compared in. */
    private static final String BASELINE = "baseline";

    private PlainSection() {
    }

    static Section of(String title, List<Measurement> measurements) {
        List<Section.Figure> figures = new ArrayList<>();
        Map<String, List<Measurement>> charts = new LinkedHashMap<>();
        boolean methods = measurements.stream().map(Measurement::method).distinct().count() > 1;
        for (Measurement m : measurements) {
            String place = methods ? Axes.words(m.coordinatesWithout(List.of())) : m.method();
            charts.computeIfAbsent(place + " " + m.mode(), p -> new ArrayList<>()).add(m);
        }
        for (List<Measurement> chart : charts.values()) {
            figures.add(bars(chart, methods));
            if (chart.get(0).mode().equals(SAMPLED)) {
                figures.add(latencies(chart, methods));
            }
        }
        return new Section(title, figures, Notes.of(measurements), measurements);
    }

    private static String name(Measurement m, boolean byMethod) {
        return byMethod ? m.method() : Axes.words(m.coordinatesWithout(List.of()));
    }

    private static String caption(Measurement m, boolean byMethod) {
        return byMethod ? Axes.words(m.coordinatesWithout(List.of())) : m.method();
    }

    private static Section.Figure bars(List<Measurement> chart, boolean byMethod) {
        Comparator<Measurement> bySpeed = Comparator.comparingDouble(m -> m.score().mean());
        List<Measurement> order = chart.stream().sorted(chart.get(0).isRate() ? bySpeed.reversed() : bySpeed).toList();
        Measurement baseline = order.stream().filter(m -> m.method().equals(BASELINE)).findFirst().orElse(null);
        List<Measurement> alternatives = order.stream().filter(m -> m != baseline).toList();
        Measurement best = alternatives.isEmpty() ? baseline : alternatives.get(0);
        List<BarChart.Row> rows = order.stream().map(m -> new BarChart.Row(name(m, byMethod),
                m == best ? COLOUR_BEST : m == baseline ? COLOUR_BASELINE : COLOUR_OTHER, m.interval())).toList();
        String caption = caption(best, byMethod);
        return new Section.Figure(caption, new BarChart(best.unit(), rows).draw(caption), sentence(alternatives, baseline, byMethod));
    }

    private static String sentence(List<Measurement> alternatives, Measurement baseline, boolean byMethod) {
        if (alternatives.isEmpty()) {
            return "Only the baseline was measured.";
        }
        Measurement best = alternatives.get(0);
        StringBuilder sentence = new StringBuilder(name(best, byMethod)).append(" is the fastest with ")
                .append(Numbers.value(best.score().mean())).append(' ').append(best.unit());
        for (Measurement m : alternatives.subList(1, alternatives.size())) {
            Interval times = best.speedOver(m);
            sentence.append("; ").append(name(m, byMethod)).append(" takes ").append(times).append(" times as long");
            if (times.known() && !times.above(1)) {
                sentence.append(", which is within the error");
            }
        }
        sentence.append('.');
        if (baseline != null && !best.isRate()) {
            sentence.append(" Without the baseline of ").append(Numbers.value(baseline.score().mean())).append(' ')
                    .append(best.unit()).append(", they take ")
                    .append(alternatives.stream()
                            .map(m -> name(m, byMethod) + " " + Numbers.value(m.score().mean() - baseline.score().mean()))
                            .collect(Collectors.joining(", ")))
                    .append('.');
        }
        return sentence.toString();
    }

    private static Section.Figure latencies(List<Measurement> chart, boolean byMethod) {
        List<Double> percentages = List.copyOf(chart.get(0).percentiles().keySet());
        List<Series> series = new ArrayList<>();
        for (Measurement m : chart) {
            SortedMap<Integer, Interval> points = new TreeMap<>();
            for (int i = 0; i < percentages.size(); i++) {
                Double value = m.percentiles().get(percentages.get(i));
                if (value != null) {
                    points.put(i, new Interval(value, Double.NaN, Double.NaN));
                }
            }
            series.add(new Series(name(m, byMethod), series.size(), points));
        }
        Measurement first = chart.get(0);
        String caption = "Percentiles: " + caption(first, byMethod);
        String sentence = "Half of the calls of " + name(first, byMethod) + " take at most "
                + Numbers.value(first.percentiles().getOrDefault(50.0, Double.NaN)) + " " + first.unit() + ", 99 % at most "
                + Numbers.value(first.percentiles().getOrDefault(99.0, Double.NaN)) + ".";
        return new Section.Figure(caption, new PanelChart(percentages.stream().map(Numbers::plain).toList(), "percentile",
                first.unit(), List.of(new PanelChart.Panel("", series))).draw(caption), sentence);
    }
}
