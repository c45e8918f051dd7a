// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.zfcp4j.dbf.record.Area;
import org.zfcp4j.dbf.record.Entry;

/** Reads the directory of an area. */
final class AreaReader {
    static final String VIEW = "hex_ascii";
    private static final int LONGEST_ATTRIBUTE = 32;
    private static final int MOST_PAGES = 1 << 16;

    private final int mostRecords;
    private int records;

    /** @param mostRecords of all areas together */
    AreaReader(int mostRecords) {
        this.mostRecords = mostRecords;
    }

    AreaTrace read(Path directory, String device, Area area) throws IOException, UnreadableTraceException {
        List<Entry> entries = new ArrayList<>();
        Path file = directory.resolve(VIEW);
        try (LineReader lines = new LineReader(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (line.isEmpty()) {
                    continue;
                }
                if (++records > mostRecords) {
                    throw new UnreadableTraceException(file, lines.number(), "more than " + mostRecords + " records in all");
                }
                entries.add(entry(device, area, file, lines.number(), line));
            }
        }
        boolean steppedBack = intoOrder(entries);
        return new AreaTrace(area, attribute(directory.resolve("level"), -1), attribute(directory.resolve("pages"), 0),
                Collections.unmodifiableList(entries), steppedBack);
    }

    private static Entry entry(String device, Area area, Path file, int number, String text) throws UnreadableTraceException {
        try {
            HexAsciiLine line = HexAsciiLine.parse(text, area.recordSize());
            return new Entry(device, area, file, number, line.micros, line.level, line.cpu, line.caller, line.bytes);
        } catch (HexAsciiLine.Malformed e) {
            throw new UnreadableTraceException(file, number, e.getMessage());
        }
    }

    /** The file shows the ring from the start of its memory: where it steps back in time, the oldest record is. */
    private static boolean intoOrder(List<Entry> entries) {
        int oldest = 0;
        long farthest = 0;
        for (int i = 1; i < entries.size(); i++) {
            long step = entries.get(i - 1).micros() - entries.get(i).micros();
            if (step > farthest) {
                farthest = step;
                oldest = i;
            }
        }
        Collections.rotate(entries, -oldest);
        entries.sort(Comparator.comparingLong(Entry::micros));
        return oldest != 0;
    }

    /** A number that the kernel shows; {@code otherwise} if there is no such file, or it has a dash, as the level has when off. */
    private static int attribute(Path file, int otherwise) throws IOException, UnreadableTraceException {
        if (!Files.isRegularFile(file)) {
            return otherwise;
        }
        String text;
        try (var in = Files.newInputStream(file)) {
            text = new String(in.readNBytes(LONGEST_ATTRIBUTE), StandardCharsets.ISO_8859_1).trim();
        }
        if (text.equals("-")) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= 0 && value <= MOST_PAGES) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new UnreadableTraceException(file, 1, "no number");
    }
}
