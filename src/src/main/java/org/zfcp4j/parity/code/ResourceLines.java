// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.code;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tables among the resources of {@code org.zfcp4j.parity}. */
public final class ResourceLines {
    private ResourceLines() {
    }

    /** The lines without the head line, comments and empty ones. */
    public static List<String> of(String name) {
        InputStream in = ResourceLines.class.getResourceAsStream("/org/zfcp4j/parity/" + name);
        if (in == null) {
            throw new IllegalStateException("no resource " + name);
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a table of two columns: the second, which may have commas, by the first. */
    public static Map<String, String> pairs(String name) {
        Map<String, String> pairs = new TreeMap<>();
        for (String line : of(name)) {
            int comma = line.indexOf(',');
            pairs.put(line.substring(0, comma), line.substring(comma + 1));
        }
        return pairs;
    }
}
