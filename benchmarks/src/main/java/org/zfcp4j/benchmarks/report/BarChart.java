// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Bars from left to right with error bars, a row each.
 *
 * @param unit of the values
 * @param rows from the top down
 */
record BarChart(String unit, List<Row> rows) {
    private static final double WIDTH = 720;
    private static final double ROW = 28;
    private static final double BAR = 16;
    private static final double TOP = 8;
    private static final double BOTTOM = 40;
    private static final double VALUE = 70;
    private static final double LETTER = 7;
    private static final int STEPS = 6;

    /**
     * One of them.
     *
     * @param name to its left
     * @param colour index into the palette
     * @param value its length
     */
    record Row(String name, int colour, Interval value) {
    }

    String draw(String description) {
        double left = 16 + LETTER * rows.stream().mapToInt(r -> r.name.length()).max().orElse(0);
        double bottom = TOP + rows.size() * ROW;
        Svg svg = new Svg(WIDTH, bottom + BOTTOM, description);
        double highest = rows.stream().map(Row::value)
                .flatMapToDouble(v -> v.known() ? DoubleStream.of(v.value(), v.high()) : DoubleStream.of(v.value())).max()
                .orElse(1);
        Scale scale = Scale.over(0, highest, STEPS, left, WIDTH - VALUE);
        for (double tick : scale.ticks()) {
            svg.line("grid", scale.at(tick), TOP, scale.at(tick), bottom);
            svg.text("tick", scale.at(tick), bottom + 16, Svg.Anchor.MIDDLE, scale.label(tick));
        }
        svg.text("tick", (left + WIDTH - VALUE) / 2, bottom + 34, Svg.Anchor.MIDDLE, unit);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double middle = TOP + ROW * (i + 0.5);
            Interval value = row.value;
            String tip = row.name + ": " + Marks.tip(value, unit);
            svg.text("label", left - 8, middle + 4, Svg.Anchor.END, row.name);
            svg.bar("bar " + Series.type(row.colour) + Marks.pale(value), left, middle - BAR / 2, scale.at(value.value()) - left, BAR,
                    tip);
            Marks.level(svg, value, scale, middle);
            double end = scale.at(value.known() ? Math.min(value.high(), scale.high()) : value.value());
            svg.text("value", end + 8, middle + 4, Svg.Anchor.START, Numbers.value(value.value()));
        }
        return svg.finish();
    }
}
