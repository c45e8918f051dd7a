// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.List;

/** What charts have in common: values with error bars, and legends. */
final class Marks {
    private static final double CAP = 4;
    private static final double DOT = 3.5;
    private static final double SWATCH = 14;
    private static final double LETTER = 7;

    private Marks() {
    }

    static String tip(Interval value, String unit) {
        String text = Numbers.value(value.value()) + " " + unit;
        return value.known() ? text + " (" + Numbers.value(value.low()) + " to " + Numbers.value(value.high()) + ")" : text;
    }

    /** A dot with an upright error bar. */
    static void upright(Svg svg, String type, double x, Interval value, Scale scale, String tip) {
        if (value.known()) {
            double low = scale.at(Math.max(value.low(), scale.low()));
            double high = scale.at(Math.min(value.high(), scale.high()));
            svg.line("error " + type + pale(value), x, low, x, high);
            svg.line("error " + type + pale(value), x - CAP, low, x + CAP, low);
            svg.line("error " + type + pale(value), x - CAP, high, x + CAP, high);
        }
        svg.dot("dot " + type + pale(value), x, scale.at(value.value()), DOT, tip);
    }

    /** The class of what is too uncertain to be looked at first. */
    static String pale(Interval value) {
        return value.isWide() ? " pale" : "";
    }

    /** A level error bar, for what is drawn from the left. */
    static void level(Svg svg, Interval value, Scale scale, double y) {
        if (value.known()) {
            double low = scale.at(Math.max(value.low(), scale.low()));
            double high = scale.at(Math.min(value.high(), scale.high()));
            svg.line("error plain", low, y, high, y);
            svg.line("error plain", low, y - CAP, low, y + CAP);
            svg.line("error plain", high, y - CAP, high, y + CAP);
        }
    }

    static void legend(Svg svg, List<Series> series, double x, double y) {
        double at = x;
        for (Series s : series) {
            svg.line("line " + s.type(), at, y, at + SWATCH, y);
            svg.dot("dot " + s.type(), at + SWATCH / 2, y, DOT, s.name());
            svg.text("legend", at + SWATCH + 6, y + 4, Svg.Anchor.START, s.name());
            at += SWATCH + 22 + s.name().length() * LETTER;
        }
    }
}
