// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.List;

/**
 * A part of the report: the results of one benchmark class.
 *
 * @param title its heading
 * @param figures charts with their sentences
 * @param notes further findings, a sentence each
 * @param measurements all of them, for the table
 */
record Section(String title, List<Figure> figures, List<String> notes, List<Measurement> measurements) {
    /**
     * A chart.
     *
     * @param caption what is drawn
     * @param svg the drawing
     * @param sentence what it shows, out of the data
     */
    record Figure(String caption, String svg, String sentence) {
    }
}
