// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zfcp4j.benchmarks.io.IoProfiler;

/** A class whose operations overlap, so that the score says nothing of how long one takes: latencies were measured apart. */
final class LatencySection {
    private static final String DEPTH = "depth";
    private static final String OPERATION = "operation";
    private static final List<String> PERCENTILES = List.of("50", "90", "99", "99.9");
    private static final String LONGEST = "max";
    private static final String SIGNALS = "signals";
    private static final String INTERRUPTS = "interrupts";

    private LatencySection() {
    }

    static boolean fits(List<Measurement> measurements) {
        return measurements.stream().anyMatch(m -> m.secondary().containsKey(percentile("50")));
    }

    private static String percentile(String name) {
        return IoProfiler.LATENCY + name;
    }

    static Section of(String title, List<Measurement> measurements) {
        Map<String, List<Measurement>> places = new TreeMap<>(Axes.ORDER);
        for (Measurement m : measurements) {
            String place = Axes.words(m.coordinatesWithout(List.of(DEPTH, Axes.THREADS)));
            places.computeIfAbsent(place, p -> new ArrayList<>()).add(m);
        }
        places.values().forEach(of -> of.sort((a, b) -> Axes.ORDER.compare(depth(a), depth(b))));
        List<Section.Figure> figures = new ArrayList<>();
        figures.add(throughput(places));
        figures.add(latencies(places));
        List<String> notes = new ArrayList<>(Notes.of(measurements));
        notes.add("A closed loop: a command is sent when another one has ended. So while commands are slow fewer are sent, and the "
                + "latencies are those of a process that waits, not those of requests that arrive by themselves.");
        signals(places, notes);
        return new Section(title, figures, notes, measurements);
    }

    private static String depth(Measurement m) {
        return String.valueOf(m.coordinate(DEPTH));
    }

    /** A panel for what is alike but the operation, and a line for each operation. */
    private static Section.Figure throughput(Map<String, List<Measurement>> places) {
        List<Measurement> all = places.values().stream().flatMap(List::stream).toList();
        List<String> depths = Axes.values(all, DEPTH);
        Map<String, List<Series>> panels = new TreeMap<>(Axes.ORDER);
        List<String> parts = new ArrayList<>();
        places.forEach((place, of) -> {
            SortedMap<Integer, Interval> points = new TreeMap<>();
            of.forEach(m -> points.put(depths.indexOf(depth(m)), m.interval()));
            Measurement first = of.get(0);
            Measurement last = of.get(of.size() - 1);
            List<Series> series = panels.computeIfAbsent(
                    Axes.words(first.coordinatesWithout(List.of(DEPTH, Axes.THREADS, OPERATION))), p -> new ArrayList<>());
            series.add(new Series(String.valueOf(first.coordinate(OPERATION)), series.size(), points));
            parts.add(place + " " + Numbers.value(first.score().mean()) + " at depth " + depth(first)
                    + (first == last ? "" : " and " + last.speedOver(first) + " times as many at depth " + depth(last)));
        });
        String unit = all.get(0).unit();
        String caption = "Commands by depth of the queue";
        List<PanelChart.Panel> drawn = new ArrayList<>();
        panels.forEach((place, series) -> drawn.add(new PanelChart.Panel(place, series)));
        return new Section.Figure(caption, new PanelChart(depths, DEPTH, unit, drawn).draw(caption),
                "In " + unit + ": " + String.join("; ", parts) + ".");
    }

    private static Section.Figure latencies(Map<String, List<Measurement>> places) {
        List<String> categories = new ArrayList<>(PERCENTILES);
        categories.add(LONGEST);
        List<PanelChart.Panel> panels = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        String[] unit = {""};
        places.forEach((place, of) -> {
            List<Series> series = new ArrayList<>();
            for (Measurement m : of) {
                series.add(new Series(DEPTH + " " + depth(m), series.size(), points(m)));
                unit[0] = m.secondary().get(percentile(PERCENTILES.get(0))).unit();
            }
            panels.add(new PanelChart.Panel(place, series));
            Measurement first = of.get(0);
            parts.add(String.format(Locale.ROOT, "%s %s, and one of a hundred more than %s", place, value(first, PERCENTILES.get(0)),
                    value(first, PERCENTILES.get(2))));
        });
        String caption = "Latency from queuecommand to scsi_done: percentiles, and the longest";
        return new Section.Figure(caption, new PanelChart(categories, "percentile", unit[0], panels, true).draw(caption),
                "With the lowest depth half of the commands take, in " + unit[0] + ", at most: " + String.join("; ", parts) + ".");
    }

    private static String value(Measurement m, String name) {
        Measurement.Secondary metric = m.secondary().get(percentile(name));
        return metric == null ? "an unknown time" : Numbers.value(metric.value());
    }

    private static SortedMap<Integer, Interval> points(Measurement m) {
        SortedMap<Integer, Interval> points = new TreeMap<>();
        for (int i = 0; i < PERCENTILES.size(); i++) {
            Measurement.Secondary metric = m.secondary().get(percentile(PERCENTILES.get(i)));
            if (metric != null) {
                points.put(i, metric.interval());
            }
        }
        Measurement.Secondary longest = m.secondary().get(IoProfiler.LONGEST);
        if (longest != null) {
            // the highest of all has no error
            points.put(PERCENTILES.size(), new Interval(longest.value(), Double.NaN, Double.NaN));
        }
        return points;
    }

    /** How many commands share a signal and an interrupt, at the greatest depth. */
    private static void signals(Map<String, List<Measurement>> places, List<String> notes) {
        Map<String, String> parts = new LinkedHashMap<>();
        places.forEach((place, of) -> {
            Measurement last = of.get(of.size() - 1);
            Measurement.Secondary signals = last.secondary().get(SIGNALS);
            Measurement.Secondary interrupts = last.secondary().get(INTERRUPTS);
            if (signals != null && interrupts != null) {
                parts.put(place, place + " " + Numbers.value(signals.value()) + " and " + Numbers.value(interrupts.value()));
            }
        });
        if (!parts.isEmpty()) {
            notes.add("Signals to the channel and interrupts for each command, at the greatest depth: " + String.join("; ", parts.values())
                    + ".");
        }
    }
}
