// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.report;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.zfcp4j.vectors.RecordingReader;
import org.zfcp4j.vectors.ReplayResult;
import org.zfcp4j.vectors.TranscriptReplay;
import org.zfcp4j.vectors.UnreadableException;
import org.zfcp4j.vectors.table.Tables;

/**
 * The results of one file.
 *
 * @param kind of the recordings in it; null if it holds none
 * @param results of a transcript one, of a table one a row
 * @param passedOver why nothing was replayed; empty if something was
 */
record FileReplay(String kind, List<ReplayResult> results, String passedOver) {
    private static final String TRANSCRIPTS = "transcripts";
    private static final String UNREADABLE = "unreadable";

    /** Replays a file. A problem with it is its result. Any thread. */
    static FileReplay of(RecordingFile file) {
        if (!file.isLines() && !file.isDocument()) {
            return passOver(file, "no recording by its name (*.jsonl, *.json, *.gz)");
        }
        try (InputStream in = file.open()) {
            return file.isDocument() ? document(file, in) : lines(file, in);
        } catch (UnreadableException e) {
            return unreadable(file, e.getMessage());
        } catch (CharacterCodingException e) {
            return unreadable(file, file.name() + ": not a text file");
        } catch (IOException e) {
            return unreadable(file, file.name() + ": cannot be read: " + e.getMessage());
        }
    }

    private static FileReplay passOver(RecordingFile file, String reason) {
        return new FileReplay(null, List.of(), file.name() + ": passed over: " + reason);
    }

    private static FileReplay unreadable(RecordingFile file, String reason) {
        return new FileReplay(UNREADABLE, List.of(ReplayResult.error(file.name(), -1, reason)), "");
    }

    private static FileReplay document(RecordingFile file, InputStream in) throws IOException, UnreadableException {
        JsonValue document = RecordingReader.document(in, file.name());
        if (document.isObject() && Tables.kindOf(document.asObject()) != null) {
            return table(file, List.of(document.asObject()));
        }
        return passOver(file, "JSON, but no recording");
    }

    private static FileReplay lines(RecordingFile file, InputStream in) throws IOException, UnreadableException {
        List<JsonObject> objects = RecordingReader.objects(in, file.name());
        if (objects.isEmpty()) {
            return unreadable(file, file.name() + ": is empty");
        }
        JsonObject first = objects.get(0);
        if (first.get("ev") != null) {
            return new FileReplay(TRANSCRIPTS,
                List.of(TranscriptReplay.replay(RecordingReader.recording(file.name(), objects))), "");
        }
        return Tables.kindOf(first) == null ? passOver(file, "neither a transcript nor a table of a known kind")
            : table(file, objects);
    }

    private static FileReplay table(RecordingFile file, List<JsonObject> rows) {
        return new FileReplay(Tables.kindOf(rows.get(0)), Tables.replay(file.name(), rows), "");
    }
}
