// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.io.PrintStream;
import java.util.List;

/** Prints a story in columns, for a terminal of 110 characters or more. */
final class TimelinePrinter {
    private static final String[] TITLES = {"ERP thread", "work queue", "channel and interrupts"};
    private static final int TIME_WIDTH = 11;
    private static final int COLUMN_WIDTH = 31;
    /** Lines that are printed at most; what is between the first and the last ones is counted. */
    private static final int MOST_ROWS = 40;

    private final PrintStream out;
    private final Paint paint;

    TimelinePrinter(PrintStream out, Paint paint) {
        this.out = out;
        this.paint = paint;
    }

    void print(List<Row> rows) {
        StringBuilder head = new StringBuilder(String.format("%" + TIME_WIDTH + "s  ", "ms"));
        for (String title : TITLES) {
            head.append(String.format("%-" + COLUMN_WIDTH + "s", title));
        }
        out.println(paint.dim(head.toString().stripTrailing()));
        long last = -1;
        int skipped = rows.size() - MOST_ROWS;
        for (int i = 0; i < rows.size(); i++) {
            if (skipped > 0 && i == MOST_ROWS / 2) {
                out.println(" ".repeat(TIME_WIDTH + 2) + paint.dim("... " + skipped + " more lines"));
                i += skipped;
            }
            Row row = rows.get(i);
            print(row, row.micros() != last);
            last = row.micros();
        }
    }

    private void print(Row row, boolean withTime) {
        String time = withTime ? String.format("%d.%03d", row.micros() / 1000, row.micros() % 1000) : "";
        String text = row.decisive() ? paint.bad(row.text()) : row.text();
        out.println(String.format("%" + TIME_WIDTH + "s  ", time) + " ".repeat(row.column() * COLUMN_WIDTH) + text);
    }
}
