// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.zfcp4j.lab.FileProblem;

/** Writing what the user asked for, with a clear line if that fails. */
final class OutputFile {
    /** Writes a file or directory. */
    interface Writer {
        void write(Path to) throws IOException;
    }

    private OutputFile() {
    }

    static void write(Path to, Writer writer) throws UsageException {
        try {
            writer.write(to);
        } catch (IOException e) {
            throw problem(to, e);
        }
    }

    /** What went wrong, for the user. */
    static UsageException problem(Path to, IOException e) {
        return new UsageException(e instanceof NoSuchFileException ? "cannot write " + to + ": there is no such directory"
                : "cannot write: " + FileProblem.of(to, e));
    }
}
