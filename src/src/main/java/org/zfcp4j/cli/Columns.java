// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Lines in columns behind a time, for a terminal of a given width. A line may run to the right over columns that are empty
 * there; what does not fit continues below, indented. Columns move together where the terminal is narrow.
 */
final class Columns {
    private static final int GAP = 2;
    private static final int INDENT = 2;
    /** What the last column should have for its text. */
    private static final int ROOM = 40;
    private static final int LEAST_STEP = 5;
    private static final int LEAST_ROOM = 16;

    private final List<String> titles;
    private final List<String> shortTitles;
    private final int timeWidth;
    private final int width;
    private final int step;

    /**
     * @param shortTitles used where one of {@code titles} does not fit
     * @param timeWidth of the time, before the columns
     * @param fullStep from one column to the next, if there is room
     * @param width of the terminal, 0 for no limit
     */
    Columns(List<String> titles, List<String> shortTitles, int timeWidth, int fullStep, int width) {
        this.titles = titles;
        this.shortTitles = shortTitles;
        this.timeWidth = timeWidth;
        this.width = width;
        this.step = width == 0 ? fullStep : Math.clamp((width - timeWidth - GAP - ROOM) / (titles.size() - 1L), LEAST_STEP, fullStep);
    }

    /** The line of titles. */
    String head(String time) {
        boolean fit = titles.subList(0, titles.size() - 1).stream().allMatch(title -> title.length() < step);
        StringBuilder head = new StringBuilder(String.format("%" + timeWidth + "s", time) + " ".repeat(GAP));
        for (String title : fit ? titles : shortTitles) {
            head.append(String.format("%-" + step + "s", title));
        }
        return head.toString().stripTrailing();
    }

    /** Spaces up to a column. */
    String indent(int column) {
        return " ".repeat(start(column));
    }

    private int start(int column) {
        return timeWidth + GAP + column * step;
    }

    /**
     * A text in its column.
     *
     * @param time at most as wide as declared; empty for none
     * @param paint colors the text of a line
     */
    List<String> lines(String time, int column, String text, UnaryOperator<String> paint) {
        int room = width == 0 ? Integer.MAX_VALUE : Math.max(LEAST_ROOM, width - start(column));
        List<String> lines = new ArrayList<>();
        String rest = text;
        String before = String.format("%" + timeWidth + "s", time) + " ".repeat(GAP + column * step);
        while (rest.length() > room) {
            int blank = rest.lastIndexOf(' ', room);
            int end = blank > 0 ? blank : room;
            lines.add(before + paint.apply(rest.substring(0, end)));
            rest = rest.substring(end).stripLeading();
            if (lines.size() == 1) {
                before = " ".repeat(start(column) + INDENT);
                room -= INDENT;
            }
        }
        lines.add(before + paint.apply(rest));
        return lines;
    }
}
