// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A class that measures the same steps in Java ({@code port}) and in C ({@code reference}), maybe for several policies. */
final class PairSection {
    private static final String JAVA = "Java";
    private static final String C = "C";
    private static final int COLOUR_JAVA = 0;
    private static final int COLOUR_C = 1;

    /** What Linux does, which other policies are compared with. */
    private static final String BASE_POLICY = "add-unless";

    private static final String NO_POLICY = "";

    private final List<Measurement> all;
    private final List<String> policies;

    private PairSection(List<Measurement> all) {
        this.all = all;
        List<String> named = Axes.values(all, Axes.POLICY);
        policies = named.isEmpty() ? Arrays.asList((String) null) : named;
    }

    static boolean fits(List<Measurement> measurements) {
        return measurements.stream().anyMatch(m -> m.method().equals(Measurement.PORT))
                && measurements.stream().anyMatch(m -> m.method().equals(Measurement.REFERENCE));
    }

    static Section of(String title, List<Measurement> measurements) {
        return new PairSection(measurements).section(title);
    }

    private Section section(String title) {
        List<Section.Figure> figures = new ArrayList<>();
        List<String> axes = Axes.varying(all);
        for (String axis : axes.isEmpty() ? List.of(Axes.THREADS) : axes) {
            for (Slice slice : Slice.along(axis, all)) {
                figures.add(scores(slice));
                figures.add(ratios(slice));
                if (policies.contains(BASE_POLICY) && present(slice).size() > 1) {
                    figures.add(policies(slice));
                }
            }
        }
        return new Section(title, figures, Notes.of(all), all);
    }

    /** The policies that were measured at two points of a slice at least; all if that is none. */
    private List<String> present(Slice slice) {
        List<String> drawn = policies.stream().filter(p -> p != null && slice.points(p) > 1).toList();
        return drawn.isEmpty() ? policies : drawn;
    }

    private Section.Figure scores(Slice slice) {
        List<PanelChart.Panel> panels = new ArrayList<>();
        for (String policy : present(slice)) {
            panels.add(new PanelChart.Panel(Objects.requireNonNullElse(policy, NO_POLICY), List.of(
                    slice.scores(JAVA, COLOUR_JAVA, Measurement.PORT, policy),
                    slice.scores(C, COLOUR_C, Measurement.REFERENCE, policy))));
        }
        String caption = "Java and C by " + slice.axis() + slice.place();
        String unit = slice.measurements().get(0).unit();
        return new Section.Figure(caption, new PanelChart(slice.categories(), slice.axis(), unit, panels).draw(caption),
                growth(slice, unit));
    }

    private String growth(Slice slice, String unit) {
        String policy = policies.contains(BASE_POLICY) ? BASE_POLICY : policies.get(0);
        int last = slice.categories().size() - 1;
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, String> side : List.of(Map.entry(JAVA, Measurement.PORT), Map.entry(C, Measurement.REFERENCE))) {
            Measurement first = slice.at(side.getValue(), policy, 0);
            Measurement end = slice.at(side.getValue(), policy, last);
            if (first == null) {
                continue;
            }
            if (first.interval().isWide() || end != null && end.interval().isWide()) {
                parts.add("the intervals of " + side.getKey() + " are too wide to say how it grows");
                continue;
            }
            String begin = side.getKey() + " does " + Numbers.value(first.score().mean()) + " " + unit;
            parts.add(last == 0 || end == null ? begin : begin + " with " + slice.point(0) + " and "
                    + Numbers.value(end.score().mean()) + " with " + slice.point(last) + ", that is "
                    + Numbers.ratio(end.score().mean() / first.score().mean()) + " times as much");
        }
        for (Map.Entry<String, String> side : List.of(Map.entry(JAVA, Measurement.PORT), Map.entry(C, Measurement.REFERENCE))) {
            List<Scalability.Point> points = slice.scaling(side.getValue(), policy);
            if (points.size() >= Scalability.FEWEST) {
                parts.add(side.getKey() + ", " + Scalability.of(points).sentence(points.get(points.size() - 1).threads()));
            }
        }
        return (policy == null ? "" : "With " + policy + ", ") + String.join("; ", parts) + ".";
    }

    private Section.Figure ratios(Slice slice) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < policies.size(); i++) {
            String policy = policies.get(i);
            if (!present(slice).contains(policy)) {
                continue;
            }
            series.add(slice.speeds(Objects.requireNonNullElse(policy, "Java / C"), colour(i), Measurement.PORT, policy,
                    Measurement.REFERENCE, policy));
        }
        String caption = "Speed of Java as a multiple of C by " + slice.axis() + slice.place();
        return new Section.Figure(caption, new RatioChart(slice.categories(), slice.axis(), "Java / C", series).draw(caption),
                verdict(slice, series));
    }

    /** Counts what lies above and below 1, and names the lowest. */
    private static String verdict(Slice slice, List<Series> series) {
        int cases = 0;
        int faster = 0;
        int slower = 0;
        int wide = 0;
        Interval lowest = null;
        String where = "";
        for (Series s : series) {
            for (Map.Entry<Integer, Interval> point : s.points().entrySet()) {
                if (point.getValue().isWide()) {
                    wide++;
                    continue;
                }
                cases++;
                faster += point.getValue().above(1) ? 1 : 0;
                slower += point.getValue().below(1) ? 1 : 0;
                if (lowest == null || point.getValue().value() < lowest.value()) {
                    lowest = point.getValue();
                    where = (s.name().contains("/") ? "" : s.name() + ", ") + slice.point(point.getKey());
                }
            }
        }
        String left = wide == 0 ? "" : String.format(Locale.ROOT, " %d more have intervals wider than half of the ratio and say nothing.", wide);
        return lowest == null ? (wide == 0 ? "No case was measured on both sides." : left.strip()) : String.format(Locale.ROOT,
                "Of %d cases Java is faster than C in %d and slower in %d, beyond the error; the lowest ratio is %s: %s.%s", cases,
                faster, slower, lowest, where, left);
    }

    private Section.Figure policies(Slice slice) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < policies.size(); i++) {
            if (!policies.get(i).equals(BASE_POLICY) && present(slice).contains(policies.get(i))) {
                series.add(slice.speeds(policies.get(i), colour(i), Measurement.PORT, policies.get(i), Measurement.PORT,
                        BASE_POLICY));
            }
        }
        String caption = "Speed of the policies as a multiple of " + BASE_POLICY + ", in Java, by " + slice.axis() + slice.place();
        return new Section.Figure(caption,
                new RatioChart(slice.categories(), slice.axis(), "policy / " + BASE_POLICY, series).draw(caption),
                lead(slice, series));
    }

    /** The fastest policy in each category. */
    private static String lead(Slice slice, List<Series> series) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < slice.categories().size(); i++) {
            Series best = null;
            for (Series s : series) {
                Interval value = s.points().get(i);
                if (value != null && !value.isWide() && (best == null || value.value() > best.points().get(i).value())) {
                    best = s;
                }
            }
            if (best != null) {
                parts.add(best.name() + " " + best.points().get(i) + " with " + slice.point(i));
            }
        }
        return parts.isEmpty() ? "Nothing to compare was measured."
                : "The fastest other policy, as a multiple of " + BASE_POLICY + ": " + String.join("; ", parts) + ".";
    }

    /** Policies have other colours than the two languages. */
    private static int colour(int policy) {
        return policy + 2;
    }
}
