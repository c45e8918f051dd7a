// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import java.util.List;

/**
 * The result of one recording: a transcript, or a row of a table.
 *
 * @param file name of the recording
 * @param line number of the line or row where it differs; -1 otherwise
 * @param verdict its result
 * @param reason why it was skipped, or in one line what differs; empty if it passed
 * @param details as text: the lines around the difference
 */
public record ReplayResult(String file, int line, Verdict verdict, String reason, List<String> details) {
    /** Result of a comparison; an error is one of the recording or of the replay, not of the port. */
    public enum Verdict {
        PASS, DIFFERS, SKIPPED, ERROR;

        /** As reports write it. */
        public String text() {
            return switch (this) {
                case PASS -> "pass";
                case DIFFERS -> "differs";
                case SKIPPED -> "skipped";
                case ERROR -> "error";
            };
        }
    }

    public static ReplayResult passed(String file) {
        return new ReplayResult(file, -1, Verdict.PASS, "", List.of());
    }

    public static ReplayResult skipped(String file, String reason) {
        return new ReplayResult(file, -1, Verdict.SKIPPED, reason, List.of());
    }

    public static ReplayResult error(String file, int line, String reason) {
        return new ReplayResult(file, line, Verdict.ERROR, reason, List.of());
    }

    public static ReplayResult differs(String file, int line, String reason, List<String> details) {
        return new ReplayResult(file, line, Verdict.DIFFERS, reason, details);
    }

    static ReplayResult differs(String file, Difference difference) {
        return differs(file, difference.line(), difference.what(), difference.describe());
    }
}
