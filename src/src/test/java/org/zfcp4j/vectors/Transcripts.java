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

/** The recorded transcripts, packed as a test resource. */
public final class Transcripts {
    private static final String RESOURCE = "/vectors/transcripts.zip";

    private Transcripts() {
    }

    /** The bytes of all recordings by their names. */
    public static Map<String, byte[]> packed() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Transcripts.class.getResourceAsStream(RESOURCE))) {
            ZipEntry entry;
            while ((entry = zip.getNextEntry()) != null) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    /** The lines of one recording. */
    static List<JsonObject> lines(String name) throws IOException, UnreadableException {
        return lines(name, packed().get(name));
    }

    static List<JsonObject> lines(String name, byte[] content) throws IOException, UnreadableException {
        return RecordingReader.objects(new ByteArrayInputStream(content), name);
    }
}
