// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

/**
 * What came out of the replay of one row.
 *
 * @param line number of the row, from 1
 * @param outcome whether the port did what the row says
 * @param reason what differs, or why it was skipped; empty if it passed
 */
public record RowResult(int line, Outcome outcome, String reason) {
    /** How a row ends. */
    public enum Outcome {
        PASS, DIFFER, SKIP
    }

    static RowResult pass(Row row) {
        return new RowResult(row.line(), Outcome.PASS, "");
    }

    static RowResult differ(Row row, String reason) {
        return new RowResult(row.line(), Outcome.DIFFER, reason);
    }

    static RowResult skip(Row row, String reason) {
        return new RowResult(row.line(), Outcome.SKIP, reason);
    }
}
