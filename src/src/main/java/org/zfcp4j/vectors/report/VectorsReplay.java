// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.report;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.WriterConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.zfcp4j.vectors.Recording;
import org.zfcp4j.vectors.RecordingReader;
import org.zfcp4j.vectors.ReplayResult;
import org.zfcp4j.vectors.ReplayResult.Verdict;
import org.zfcp4j.vectors.TranscriptReplay;
import org.zfcp4j.vectors.UnreadableException;
import org.zfcp4j.vectors.table.Tables;

/**
 * Replays all recordings below a folder against the port: transcripts and tables, told apart by their content. Files with
 * other endings than {@code .jsonl}, {@code .json} and these with {@code .gz} are no recordings.
 */
public final class VectorsReplay {
    private static final String TRANSCRIPTS = "transcripts";

    private final Consumer<String> progress;

    /** @param progress is told now and then what is being done */
    public VectorsReplay(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * Replays and reports.
     *
     * @param json where the result for programs goes; null for nowhere
     * @param out where the report for people goes
     * @return 0 if nothing differs, else 1
     */
    public int run(Path dir, Path json, PrintStream out) throws UnreadableException {
        Report report = replay(dir);
        report.print(out);
        if (json != null) {
            try (Writer writer = Files.newBufferedWriter(json)) {
                report.json().writeTo(writer, WriterConfig.PRETTY_PRINT);
            } catch (IOException e) {
                throw new UnreadableException(json + ": cannot be written: " + e.getMessage(), e);
            }
        }
        return report.count(Verdict.DIFFERS) == 0 ? 0 : 1;
    }

    /** Replays all recordings below {@code dir}. */
    public Report replay(Path dir) throws UnreadableException {
        List<Recording> transcripts = new ArrayList<>();
        Report report = new Report();
        for (Path file : files(dir)) {
            String name = dir.relativize(file).toString();
            progress.accept("reading " + name);
            if (isDocument(file)) {
                JsonValue document = RecordingReader.document(file, name);
                if (document.isObject() && Tables.kindOf(document.asObject()) != null) {
                    replayTable(report, name, List.of(document.asObject()));
                }
                continue;
            }
            List<JsonObject> objects = RecordingReader.objects(file, name);
            if (objects.isEmpty()) {
                throw new UnreadableException(name + ": is empty");
            }
            if (objects.get(0).getString("ev", "").equals("meta")) {
                transcripts.add(RecordingReader.recording(name, objects));
            } else {
                replayTable(report, name, objects);
            }
        }
        replayTranscripts(report, transcripts);
        if (report.isEmpty()) {
            throw new UnreadableException(dir + ": holds no recordings (*.jsonl)");
        }
        return report;
    }

    private static List<Path> files(Path dir) throws UnreadableException {
        if (!Files.isDirectory(dir)) {
            throw new UnreadableException(dir + ": is not a folder");
        }
        try (Stream<Path> paths = Files.walk(dir)) {
            return paths.filter(Files::isRegularFile).filter(VectorsReplay::isRecording).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableException(dir + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isRecording(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".jsonl") || name.endsWith(".jsonl.gz") || isDocument(file);
    }

    /** A file that is one JSON value; an index of the others, for instance, is no recording. */
    private static boolean isDocument(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".json") || name.endsWith(".json.gz");
    }

    private void replayTable(Report report, String name, List<JsonObject> objects) throws UnreadableException {
        String kind = Tables.kindOf(objects.get(0));
        progress.accept("replaying " + objects.size() + " rows of " + name);
        report.add(kind == null ? "unknown" : kind, Tables.replay(name, objects));
    }

    private void replayTranscripts(Report report, List<Recording> transcripts) throws UnreadableException {
        if (transcripts.isEmpty()) {
            return;
        }
        AtomicInteger done = new AtomicInteger();
        AtomicReference<UnreadableException> unreadable = new AtomicReference<>();
        List<ReplayResult> results = transcripts.parallelStream().map(recording -> {
            progress.accept("replaying transcript " + done.incrementAndGet() + " of " + transcripts.size());
            try {
                return TranscriptReplay.replay(recording);
            } catch (UnreadableException e) {
                unreadable.compareAndSet(null, e);
                return ReplayResult.skipped(recording.name(), e.getMessage());
            }
        }).toList();
        if (unreadable.get() != null) {
            throw unreadable.get();
        }
        report.add(TRANSCRIPTS, results);
    }
}
