// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import java.util.List;
import java.util.function.Supplier;
import org.zfcp4j.vectors.Blame;
import org.zfcp4j.vectors.ReplayResult;
import org.zfcp4j.vectors.ReplayResult.Verdict;

/**
 * The result of the replay of one row.
 *
 * @param line number of the row, from 1
 * @param reason what differs, or why it was skipped; empty if it passed
 */
record RowResult(int line, Verdict verdict, String reason) {
    static RowResult pass(Row row) {
        return new RowResult(row.line(), Verdict.PASS, "");
    }

    static RowResult differ(Row row, String reason) {
        return new RowResult(row.line(), Verdict.DIFFERS, reason);
    }

    /** The row cannot be read. */
    static RowResult malformed(Row.MalformedException e) {
        return new RowResult(e.line(), Verdict.ERROR, e.getMessage());
    }

    static RowResult skip(Row row, String reason) {
        return new RowResult(row.line(), Verdict.SKIPPED, reason);
    }

    /** What {@code replay} returns; a failure of the port during it is a difference. */
    static RowResult guarded(Row row, Supplier<RowResult> replay) {
        try {
            return replay.get();
        } catch (Row.MalformedException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return failed(row, e);
        }
    }

    /** An exception ended the replay of the row. */
    static RowResult failed(Row row, Throwable failure) {
        return Blame.isReplay(failure)
            ? new RowResult(row.line(), Verdict.ERROR, "cannot be replayed: " + Blame.describe(failure))
            : differ(row, "the port failed: " + Blame.describe(failure));
    }

    /** The same as the result of a recording. */
    ReplayResult in(String file) {
        return new ReplayResult(file, line, verdict, reason, List.of());
    }
}
