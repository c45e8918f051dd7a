// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.ParseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads files of JSON: one object a line, or one value as a whole. */
public final class RecordingReader {
    private RecordingReader() {
    }

    /** The one JSON value that a file consists of; the caller closes the stream. */
    public static JsonValue document(InputStream in, String name) throws IOException, UnreadableException {
        try {
            return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new UnreadableException(name + ": not JSON: " + e.getMessage(), e);
        }
    }

    /** All objects of a file with one a line, empty lines left out; the caller closes the stream. */
    public static List<JsonObject> objects(InputStream in, String name) throws IOException, UnreadableException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
        List<JsonObject> objects = new ArrayList<>();
        String text;
        for (int number = 1; (text = reader.readLine()) != null; number++) {
            if (!text.isBlank()) {
                objects.add(parse(text, name, number));
            }
        }
        return objects;
    }

    private static JsonObject parse(String text, String name, int number) throws UnreadableException {
        JsonValue value;
        try {
            value = Json.parse(text);
        } catch (ParseException e) {
            throw new UnreadableException(name + ":" + number + ": not JSON: " + e.getMessage(), e);
        }
        if (!value.isObject()) {
            throw new UnreadableException(name + ":" + number + ": not a JSON object");
        }
        return value.asObject();
    }

    /** The transcript that consists of {@code objects}. */
    public static Recording recording(String name, List<JsonObject> objects) throws UnreadableException {
        List<Line> lines = new ArrayList<>(objects.size());
        for (int i = 0; i < objects.size(); i++) {
            try {
                lines.add(new Line(objects.get(i), i));
            } catch (IllegalArgumentException | UnsupportedOperationException e) {
                throw new UnreadableException(name + ":" + (i + 1) + ": not a line of a transcript: " + e.getMessage(), e);
            }
        }
        if (lines.isEmpty() || !lines.get(0).event().equals("meta")) {
            throw new UnreadableException(name + ": does not begin with a line \"meta\"");
        }
        String last = lines.get(lines.size() - 1).event();
        if (!last.equals("end") && !last.equals("panic") && !last.equals("oops")) {
            throw new UnreadableException(name + ": does not end with a line \"end\"");
        }
        return new Recording(name, List.copyOf(lines));
    }
}
