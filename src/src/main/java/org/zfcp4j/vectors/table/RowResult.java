// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import java.util.List;
import java.util.function.Supplier;
import org.zfcp4j.vectors.ReplayResult;
import org.zfcp4j.vectors.ReplayResult.Verdict;

/**
 * What came out of the replay of one row.
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

    static RowResult skip(Row row, String reason) {
        return new RowResult(row.line(), Verdict.SKIPPED, reason);
    }

    /** What {@code replay} returns; a failure of the port during it is a difference. */
    static RowResult guarded(Row row, Supplier<RowResult> replay) {
        try {
            return replay.get();
        } catch (Row.MalformedException e) {
            throw e;
        } catch (RuntimeException | AssertionError e) {
            return differ(row, failure(e));
        }
    }

    /** One line about a failure of the port. */
    static String failure(Throwable failure) {
        return "the port failed: " + String.valueOf(failure.getMessage()).lines().findFirst().orElse(failure.toString());
    }

    /** The same as the result of a recording. */
    ReplayResult in(String file) {
        return new ReplayResult(file, line, verdict, reason, List.of());
    }
}
