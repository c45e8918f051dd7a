// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Lines over categories, in panels side by side with a common scale, with an error bar at each point.
 *
 * @param categories labels along the bottom
 * @param axis what the categories are
 * @param unit of the values
 * @param panels from left to right; the legend is that of the first one
 * @param logarithmic the scale is; all values are positive then
 */
record PanelChart(List<String> categories, String axis, String unit, List<Panel> panels, boolean logarithmic) {
    private static final double WIDTH = 300;
    private static final double HEIGHT = 240;
    private static final double LEFT = 52;
    private static final double RIGHT = 12;
    private static final double TOP = 34;
    private static final double BOTTOM = 42;
    private static final double LEGEND = 26;
    private static final int PER_ROW = 3;
    private static final int STEPS = 5;

    /**
     * One of them.
     *
     * @param title above it
     * @param series drawn in it
     */
    record Panel(String title, List<Series> series) {
    }

    String draw(String description) {
        int columns = Math.min(PER_ROW, panels.size());
        int rows = (panels.size() + PER_ROW - 1) / PER_ROW;
        Svg svg = new Svg(Math.max(columns, 2) * WIDTH, LEGEND + rows * HEIGHT, description);
        Marks.legend(svg, panels.get(0).series, LEFT, LEGEND / 2);
        for (int i = 0; i < panels.size(); i++) {
            panel(svg, panels.get(i), i % PER_ROW * WIDTH, LEGEND + i / PER_ROW * HEIGHT);
        }
        return svg.finish();
    }

    /** With a scale that begins with 0. */
    PanelChart(List<String> categories, String axis, String unit, List<Panel> panels) {
        this(categories, axis, unit, panels, false);
    }

    private Stream<Interval> values() {
        return panels.stream().flatMap(p -> p.series.stream()).flatMap(s -> s.points().values().stream());
    }

    /** A logarithmic one covers the values; error bars may be cut off, since one that reaches 0 has no end there. */
    private Scale scale(double from, double to) {
        if (logarithmic) {
            DoubleSummaryStatistics bounds = values().mapToDouble(Interval::value).summaryStatistics();
            return Scale.decades(bounds.getMin(), bounds.getMax(), from, to);
        }
        return Scale.over(0, values().flatMapToDouble(v -> v.known() ? DoubleStream.of(v.value(), v.high()) : DoubleStream.of(v.value()))
                .max().orElse(1), STEPS, from, to);
    }

    private void panel(Svg svg, Panel panel, double x, double y) {
        Scale scale = scale(y + HEIGHT - BOTTOM, y + TOP);
        double width = WIDTH - LEFT - RIGHT;
        svg.text("title", x + LEFT, y + 14, Svg.Anchor.START, panel.title);
        svg.text("unit", x + LEFT, y + 28, Svg.Anchor.START, unit);
        for (double tick : scale.ticks()) {
            svg.line("grid", x + LEFT, scale.at(tick), x + WIDTH - RIGHT, scale.at(tick));
            svg.text("tick", x + LEFT - 6, scale.at(tick) + 4, Svg.Anchor.END, scale.label(tick));
        }
        for (int i = 0; i < categories.size(); i++) {
            svg.text("tick", x + LEFT + place(i, width), y + HEIGHT - BOTTOM + 16, Svg.Anchor.MIDDLE, categories.get(i));
        }
        svg.text("tick", x + LEFT + width / 2, y + HEIGHT - BOTTOM + 32, Svg.Anchor.MIDDLE, axis);
        for (Series series : panel.series) {
            svg.path("line " + series.type(), series.points().entrySet().stream()
                    .flatMap(e -> Stream.of(x + LEFT + place(e.getKey(), width), scale.at(e.getValue().value())))
                    .mapToDouble(Double::doubleValue).toArray());
        }
        for (Series series : panel.series) {
            for (Map.Entry<Integer, Interval> point : series.points().entrySet()) {
                String tip = series.name() + ", " + axis + " " + categories.get(point.getKey()) + ": "
                        + Marks.tip(point.getValue(), unit);
                Marks.upright(svg, series.type(), x + LEFT + place(point.getKey(), width), point.getValue(), scale, tip);
            }
        }
    }

    private double place(int category, double width) {
        return width * (category + 0.5) / categories.size();
    }
}
