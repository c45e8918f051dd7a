// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.report;

import com.eclipsesource.json.WriterConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.zfcp4j.vectors.UnreadableException;

/** Replays recordings against the port: transcripts and tables, distinguished by content. */
public final class VectorsReplay {
    private final Consumer<String> progress;

    /** @param progress is called from time to time with the current activity; any thread */
    public VectorsReplay(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * Replays and reports.
     *
     * @param where a folder or a file; null for the recordings that are part of the program
     * @param json where the JSON result goes; null for nowhere
     * @param out where the text report goes
     * @return the result
     * @throws UnreadableException if there are no recordings, or the result cannot be written
     */
    public Report run(Path where, Path json, PrintStream out) throws UnreadableException {
        Report report = replay(where);
        report.print(out);
        if (json != null) {
            try (Writer writer = Files.newBufferedWriter(json)) {
                report.json().writeTo(writer, WriterConfig.PRETTY_PRINT);
            } catch (IOException e) {
                throw new UnreadableException(json + ": cannot be written: " + e.getMessage(), e);
            }
        }
        return report;
    }

    /** Replays all recordings, several at a time; an error in one of them is its result. */
    private Report replay(Path where) throws UnreadableException {
        List<RecordingFile> files = where == null ? RecordingFiles.packed() : RecordingFiles.at(where);
        AtomicInteger done = new AtomicInteger();
        List<FileReplay> replays = files.parallelStream().map(file -> {
            FileReplay replay = FileReplay.of(file);
            progress.accept("replayed " + done.incrementAndGet() + " of " + files.size() + " files");
            return replay;
        }).toList();
        Report report = new Report();
        replays.forEach(report::add);
        if (report.isEmpty()) {
            throw new UnreadableException(where + ": no recording (*.jsonl, *.jsonl.gz)");
        }
        return report;
    }
}
