// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.read;

import java.nio.file.Path;

/** The input is no trace, or a damaged one. The message names file and line. */
public final class UnreadableTraceException extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableTraceException(String message) {
        super(message);
    }

    UnreadableTraceException(Path file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
    }
}
