// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.List;
import java.util.Locale;

/**
 * Rows that are divided into parts, each of the same length: shares of a whole.
 *
 * @param parts names in the legend, in an order that means something
 * @param rows from the top down
 */
record StackChart(List<String> parts, List<Row> rows) {
    private static final double WIDTH = 720;
    private static final double ROW = 24;
    private static final double BAR = 15;
    private static final double TOP = 36;
    private static final double BOTTOM = 26;
    private static final double VALUE = 96;
    private static final double LETTER = 6.6;
    private static final double SWATCH = 12;
    private static final double ROUNDED = 0.005;
    private static final int SHADES = 7;

    /**
     * One of them.
     *
     * @param name to its left
     * @param shares of each part, with a sum of 1
     * @param value to its right
     */
    record Row(String name, double[] shares, String value) {
    }

    String draw(String description, String heading) {
        double left = 16 + LETTER * rows.stream().mapToInt(r -> r.name.length()).max().orElse(0);
        double bottom = TOP + rows.size() * ROW;
        Svg svg = new Svg(WIDTH, bottom + BOTTOM, description);
        legend(svg, left, heading);
        Scale scale = Scale.over(0, 1, 5, left, WIDTH - VALUE);
        for (int i = 0; i < rows.size(); i++) {
            row(svg, rows.get(i), TOP + ROW * i, scale);
        }
        for (double tick : scale.ticks()) {
            svg.text("tick", scale.at(tick), bottom + 16, Svg.Anchor.MIDDLE, Math.round(100 * tick) + " %");
        }
        return svg.finish();
    }

    private void legend(Svg svg, double left, String heading) {
        double at = left;
        for (int i = 0; i < parts.size(); i++) {
            svg.bar("bar " + shade(i), at, TOP / 2 - SWATCH, SWATCH, SWATCH, parts.get(i));
            svg.text("legend", at + SWATCH + 4, TOP / 2 - 2, Svg.Anchor.START, parts.get(i));
            at += SWATCH + 16 + parts.get(i).length() * LETTER;
        }
        svg.text("tick", WIDTH - VALUE + 8, TOP / 2 - 2, Svg.Anchor.START, heading);
    }

    private void row(Svg svg, Row row, double y, Scale scale) {
        svg.text("label", scale.from() - 8, y + ROW / 2 + 4, Svg.Anchor.END, row.name);
        double begin = 0;
        for (int i = 0; i < row.shares.length; i++) {
            double share = row.shares[i];
            if (share > 0) {
                svg.bar("bar " + shade(i), scale.at(begin), y + (ROW - BAR) / 2, scale.at(begin + share) - scale.at(begin), BAR,
                        row.name + ", " + parts.get(i) + ": " + percent(share));
            }
            begin += share;
        }
        svg.text("value", scale.to() + 8, y + ROW / 2 + 4, Svg.Anchor.START, row.value);
    }

    static String percent(double share) {
        return share > 0 && share < ROUNDED ? "below 1 %" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static String shade(int part) {
        return "q" + Math.min(part, SHADES - 1);
    }
}
