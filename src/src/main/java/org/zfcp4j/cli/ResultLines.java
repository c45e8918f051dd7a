// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import com.eclipsesource.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.zfcp4j.swarm.ResultWriter;

/** The file of {@code --jsonl}, if the user asked for one, with a clear line if it cannot be written. */
final class ResultLines implements AutoCloseable {
    private final Path file;
    private final ResultWriter writer;

    /** @param file null for none */
    ResultLines(Path file, JsonObject head) throws UsageException {
        this.file = file;
        try {
            writer = file == null ? null : new ResultWriter(file, head);
        } catch (IOException e) {
            throw problem(e);
        }
    }

    void add(JsonObject result) throws UsageException {
        if (writer == null) {
            return;
        }
        try {
            writer.add(result);
        } catch (IOException e) {
            throw problem(e);
        }
    }

    @Override
    public void close() throws UsageException {
        if (writer == null) {
            return;
        }
        try {
            writer.close();
        } catch (IOException e) {
            throw problem(e);
        }
    }

    private UsageException problem(IOException e) {
        return OutputFile.problem(file, e);
    }
}
