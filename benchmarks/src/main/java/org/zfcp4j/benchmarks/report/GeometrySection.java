// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zfcp4j.layout.Geometry;

/** A class that was measured in several geometries of the queues, which are compared with the architected one. */
final class GeometrySection {
    private static final int COLOUR_ARCHITECTED = 1;
    private static final int COLOUR_BETTER = 2;
    private static final int COLOUR_WORSE = 6;
    private static final int COLOUR_SAME = 7;
    private static final List<String> PER_COMMAND = List.of("signals", "interrupts");

    private GeometrySection() {
    }

    static boolean fits(List<Measurement> measurements) {
        return Axes.values(measurements, Axes.GEOMETRY).size() > 1;
    }

    static Section of(String title, List<Measurement> measurements) {
        Map<String, List<Measurement>> charts = new LinkedHashMap<>();
        for (Measurement m : measurements) {
            String place = m.method() + ", " + Axes.words(m.coordinatesWithout(List.of(Axes.GEOMETRY)));
            charts.computeIfAbsent(place, p -> new ArrayList<>()).add(m);
        }
        List<Section.Figure> figures = new ArrayList<>();
        charts.forEach((caption, chart) -> figures.add(figure(caption, chart)));
        List<String> notes = new ArrayList<>(Notes.of(measurements));
        PER_COMMAND.forEach(counter -> perCommand(counter, measurements, notes));
        return new Section(title, figures, notes, measurements);
    }

    /** What each geometry needs of something for a command. */
    private static void perCommand(String counter, List<Measurement> measurements, List<String> notes) {
        List<String> parts = measurements.stream().filter(m -> m.secondary().containsKey(counter))
                .map(m -> m.coordinate(Axes.GEOMETRY) + " " + m.secondary().get(counter).text()).toList();
        if (!parts.isEmpty()) {
            notes.add("Per command, " + counter + ": " + String.join("; ", parts) + ".");
        }
    }

    private static boolean isArchitected(Measurement m) {
        return Geometry.ARCHITECTED.toString().equals(m.coordinate(Axes.GEOMETRY));
    }

    private static Section.Figure figure(String caption, List<Measurement> chart) {
        Measurement base = chart.stream().filter(GeometrySection::isArchitected).findFirst().orElse(chart.get(0));
        List<BarChart.Row> rows = new ArrayList<>();
        List<String> faster = new ArrayList<>();
        List<String> slower = new ArrayList<>();
        for (Measurement m : chart) {
            Interval speed = m.speedOver(base);
            boolean better = m != base && speed.above(1);
            boolean worse = m != base && speed.below(1);
            rows.add(new BarChart.Row(m.coordinate(Axes.GEOMETRY), m == base ? COLOUR_ARCHITECTED
                    : better ? COLOUR_BETTER : worse ? COLOUR_WORSE : COLOUR_SAME, m.interval()));
            if (better) {
                faster.add(m.coordinate(Axes.GEOMETRY) + " " + speed);
            } else if (worse) {
                slower.add(m.coordinate(Axes.GEOMETRY) + " " + speed);
            }
        }
        return new Section.Figure(caption, new BarChart(base.unit(), rows).draw(caption),
                "Speed as a multiple of the " + base.coordinate(Axes.GEOMETRY) + " geometry, beyond the error: faster "
                        + listed(faster) + "; slower " + listed(slower) + ".");
    }

    private static String listed(List<String> parts) {
        return parts.isEmpty() ? "none" : parts.stream().collect(Collectors.joining(", "));
    }
}
