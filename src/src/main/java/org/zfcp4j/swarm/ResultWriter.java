// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.swarm;

import com.eclipsesource.json.JsonObject;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes results as JSON lines: the first one says what was asked for, each other one is a result. A line is flushed as soon as it is complete,
 * so that a process that is killed leaves all that it has done.
 */
public final class ResultWriter implements Closeable {
    private final BufferedWriter to;

    /** Creates or replaces {@code file}. */
    public ResultWriter(Path file, JsonObject head) throws IOException {
        to = Files.newBufferedWriter(file);
        add(head);
    }

    /** Appends a result. */
    public void add(JsonObject result) throws IOException {
        to.write(result.toString());
        to.write('\n');
        to.flush();
    }

    @Override
    public void close() throws IOException {
        to.close();
    }
}
