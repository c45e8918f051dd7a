// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Quotients with error bars around a line at 1, a group of dots for each category.
 *
 * @param categories labels along the bottom
 * @param axis what the categories are
 * @param quantity what is divided by what
 * @param series each with a dot in each category
 */
record RatioChart(List<String> categories, String axis, String quantity, List<Series> series) {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 280;
    private static final double LEFT = 52;
    private static final double RIGHT = 12;
    private static final double TOP = 54;
    private static final double BOTTOM = 42;
    private static final double FILL = 0.7;
    private static final int STEPS = 6;

    String draw(String description) {
        Svg svg = new Svg(WIDTH, HEIGHT, description);
        Marks.legend(svg, series, LEFT, 13);
        svg.text("unit", LEFT, 40, Svg.Anchor.START, quantity);
        Scale scale = Scale.over(Math.min(0.9, bounds().min().orElse(1)), Math.max(1.1, bounds().max().orElse(1)), STEPS,
                HEIGHT - BOTTOM, TOP);
        for (double tick : scale.ticks()) {
            svg.line("grid", LEFT, scale.at(tick), WIDTH - RIGHT, scale.at(tick));
            svg.text("tick", LEFT - 6, scale.at(tick) + 4, Svg.Anchor.END, scale.label(tick));
        }
        svg.line("one", LEFT, scale.at(1), WIDTH - RIGHT, scale.at(1));
        double group = (WIDTH - LEFT - RIGHT) / categories.size();
        for (int i = 0; i < categories.size(); i++) {
            svg.text("tick", LEFT + group * (i + 0.5), HEIGHT - BOTTOM + 16, Svg.Anchor.MIDDLE, categories.get(i));
        }
        svg.text("tick", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - BOTTOM + 34, Svg.Anchor.MIDDLE, axis);
        for (int i = 0; i < series.size(); i++) {
            Series s = series.get(i);
            double offset = group * ((1 - FILL) / 2 + FILL * (i + 0.5) / series.size());
            for (Map.Entry<Integer, Interval> point : s.points().entrySet()) {
                Marks.upright(svg, s.type(), LEFT + group * point.getKey() + offset, point.getValue(), scale,
                        s.name() + ", " + axis + " " + categories.get(point.getKey()) + ": " + point.getValue());
            }
        }
        return svg.finish();
    }

    private DoubleStream bounds() {
        return series.stream().flatMap(s -> s.points().values().stream())
                .flatMapToDouble(v -> v.known() ? DoubleStream.of(v.low(), v.high()) : DoubleStream.of(v.value()));
    }
}
