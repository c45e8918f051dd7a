// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** All tags that the driver of 5.10 or of 7.1 writes. */
public final class Tags {
    private static final String TABLE = "/org/zfcp4j/dbf/tags.csv";
    private static final Map<String, Tag> ALL = read();

    private Tags() {
    }

    /** Null for a tag that is none of that area. */
    public static Tag of(Area area, String name) {
        return ALL.get(area + name);
    }

    /** Null for a record with a tag that its area does not have. */
    public static Tag of(Entry entry) {
        return of(entry.area(), entry.tag());
    }

    public static Collection<Tag> all() {
        return ALL.values();
    }

    private static Map<String, Tag> read() {
        Map<String, Tag> tags = new HashMap<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(Tags.class.getResourceAsStream(TABLE), StandardCharsets.US_ASCII))) {
            in.lines().filter(line -> !line.startsWith("#")).map(Tags::parse).forEach(tag -> tags.put(tag.area() + tag.name(), tag));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(tags);
    }

    private static Tag parse(String line) {
        String[] cells = line.split(",", -1);
        return new Tag(cells[0], Area.valueOf(cells[1].toUpperCase(Locale.ROOT)), Integer.parseInt(cells[2]),
                Arrays.stream(cells[3].split(" ")).map(Integer::valueOf).collect(Collectors.toUnmodifiableSet()), cells[4], cells[5],
                cells[6]);
    }
}
