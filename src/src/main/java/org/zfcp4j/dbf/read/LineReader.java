// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads lines of bounded length, a character a byte. */
final class LineReader implements AutoCloseable {
    /** The longest record, of the payload area, takes about 1200. */
    private static final int LONGEST = 8192;

    private final Path file;
    private final InputStream in;
    private int number;

    LineReader(Path file) throws IOException {
        this.file = file;
        this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    /** Of the line that was read last, from 1. */
    int number() {
        return number;
    }

    /** Null at the end. */
    String next() throws IOException, UnreadableTraceException {
        int c = in.read();
        if (c < 0) {
            return null;
        }
        number++;
        StringBuilder line = new StringBuilder();
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.length() == LONGEST) {
                throw new UnreadableTraceException(file, number, "the line is longer than any record");
            }
            line.append((char) c);
        }
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
