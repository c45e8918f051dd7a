// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.function.UnaryOperator;

/** Prints a story in columns. */
final class TimelinePrinter {
    private static final List<String> TITLES = List.of("ERP thread", "work queue", "channel and interrupts");
    private static final List<String> SHORT_TITLES = List.of("ERP", "work", "channel");
    private static final int TIME_WIDTH = 11;
    private static final int COLUMN_WIDTH = 31;
    /** Lines that are printed at most; what is between the first and the last ones is counted. */
    private static final int MOST_ROWS = 40;

    private final PrintStream out;
    private final Paint paint;
    private final Columns columns;

    /** @param width of the terminal, 0 for no limit */
    TimelinePrinter(PrintStream out, Paint paint, int width) {
        this.out = out;
        this.paint = paint;
        this.columns = new Columns(TITLES, SHORT_TITLES, TIME_WIDTH, COLUMN_WIDTH, width);
    }

    void print(List<Row> rows) {
        out.println(paint.dim(columns.head("ms")));
        long last = -1;
        int skipped = rows.size() - MOST_ROWS;
        for (int i = 0; i < rows.size(); i++) {
            if (skipped > 0 && i == MOST_ROWS / 2) {
                out.println(columns.indent(0) + paint.dim("... " + skipped + " more lines"));
                i += skipped;
            }
            Row row = rows.get(i);
            print(row, row.micros() != last);
            last = row.micros();
        }
    }

    private void print(Row row, boolean withTime) {
        String time = withTime ? String.format("%d.%03d", row.micros() / 1000, row.micros() % 1000) : "";
        columns.lines(time, row.column(), row.text(), row.decisive() ? paint::bad : UnaryOperator.identity()).forEach(out::println);
    }
}
