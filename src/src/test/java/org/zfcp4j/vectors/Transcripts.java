// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import com.eclipsesource.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The recorded transcripts that are part of the program. */
public final class Transcripts {
    private static final List<String> RESOURCES = List.of("/vectors/transcripts.zip", "/vectors/random.zip",
        "/vectors/level-7.1.zip");

    private Transcripts() {
    }

    /** The bytes of all recordings by their names. */
    public static Map<String, byte[]> packed() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String resource : RESOURCES) {
            try (ZipInputStream zip = new ZipInputStream(Transcripts.class.getResourceAsStream(resource))) {
                ZipEntry entry;
                while ((entry = zip.getNextEntry()) != null) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return files;
    }

    /** The lines of one recording. */
    public static List<JsonObject> lines(String name) throws IOException, UnreadableException {
        return lines(name, packed().get(name));
    }

    static List<JsonObject> lines(String name, byte[] content) throws IOException, UnreadableException {
        return RecordingReader.objects(new ByteArrayInputStream(content), name);
    }
}
