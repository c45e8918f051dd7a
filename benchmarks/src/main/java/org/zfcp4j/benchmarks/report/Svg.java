// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.Locale;

/**
 * Writes a drawing as inline SVG. Colours come from classes of the page's style sheet, so that a drawing follows the reader's
 * light or dark scheme.
 */
final class Svg {
    /** Where a text is anchored. */
    enum Anchor { START, MIDDLE, END }

    private final StringBuilder out = new StringBuilder();

    /**
     * @param width in units that are pixels unless the page is narrower
     * @param description for readers who cannot see it
     */
    Svg(double width, double height, String description) {
        out.append(String.format(Locale.ROOT,
                "<svg viewBox=\"0 0 %.0f %.0f\" style=\"max-width:%.0fpx\" role=\"img\" aria-label=\"%s\">\n", width, height,
                width, escape(description)));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    void line(String type, double x1, double y1, double x2, double y2) {
        out.append(String.format(Locale.ROOT, "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n", type, x1,
                y1, x2, y2));
    }

    /** A line through points, given as x and y in turn. */
    void path(String type, double... points) {
        out.append("<polyline class=\"").append(type).append("\" points=\"");
        for (int i = 0; i < points.length; i += 2) {
            out.append(String.format(Locale.ROOT, "%.1f,%.1f ", points[i], points[i + 1]));
        }
        out.append("\"/>\n");
    }

    /** The tip shows when a pointer rests on it. */
    void dot(String type, double x, double y, double radius, String tip) {
        out.append(String.format(Locale.ROOT, "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"><title>%s</title></circle>\n",
                type, x, y, radius, escape(tip)));
    }

    void bar(String type, double x, double y, double width, double height, String tip) {
        out.append(String.format(Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\"><title>%s</title></rect>\n",
                type, x, y, width, height, escape(tip)));
    }

    void text(String type, double x, double y, Anchor anchor, String text) {
        out.append(String.format(Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", type, x, y,
                anchor.name().toLowerCase(Locale.ROOT), escape(text)));
    }

    /** The drawing; nothing can be added any more. */
    String finish() {
        return out.append("</svg>\n").toString();
    }
}
