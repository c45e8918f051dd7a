// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.SortedMap;

/**
 * A line or row of dots in a chart.
 *
 * @param name in the legend
 * @param colour index into the palette
 * @param points by the index of their category
 */
record Series(String name, int colour, SortedMap<Integer, Interval> points) {
    private static final int COLOURS = 8;

    /** The class of the style sheet. */
    String type() {
        return type(colour);
    }

    static String type(int colour) {
        return "s" + colour % COLOURS;
    }
}
