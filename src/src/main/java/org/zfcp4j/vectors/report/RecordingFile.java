// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * A file that may hold recordings; what it holds is seen from its content.
 *
 * @param name what it is called in reports
 * @param content opens it
 */
record RecordingFile(String name, Content content) {
    /** Where the bytes of a file come from. */
    interface Content {
        InputStream open() throws IOException;
    }

    private static final String PACKED = ".gz";

    private String plainName() {
        return name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name;
    }

    /** One JSON object a line: a transcript or a table. */
    boolean isLines() {
        return plainName().endsWith(".jsonl");
    }

    /** One JSON value: the refill race, or something else, an index for instance. */
    boolean isDocument() {
        return plainName().endsWith(".json");
    }

    /** The content, unpacked if the name ends in {@code .gz}. */
    InputStream open() throws IOException {
        InputStream in = content.open();
        if (!name.endsWith(PACKED)) {
            return in;
        }
        try {
            return new GZIPInputStream(in);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
