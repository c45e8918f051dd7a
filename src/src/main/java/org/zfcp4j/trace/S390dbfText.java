// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes trace records as the kernel's debug file system shows them: a directory an area, with a file that shows its records, its
 * level and the pages of its ring; and the messages of the kernel. The zfcpdbf tool of s390-tools reads such a tree. Areas of the
 * common I/O layer are there, and empty: nothing here traces into them.
 */
public final class S390dbfText {
    private static final int MICROS_PER_SECOND = 1_000_000;
    private static final DateTimeFormatter MESSAGE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT).withZone(ZoneOffset.UTC);

    private S390dbfText() {
    }

    /**
     * Writes all areas below {@code directory}, which is created; existing files of the same areas are replaced.
     *
     * @param system the machine, with what it traced and logged besides
     * @param records of zfcp
     */
    public static void write(Path directory, SystemTraces system, List<TraceRecord> records) throws IOException {
        Map<String, List<TraceRecord>> areas = new HashMap<>();
        records.forEach(record -> areas.computeIfAbsent(record.area(), a -> new ArrayList<>()).add(record));
        system.records().forEach(record -> areas.computeIfAbsent(record.area(), a -> new ArrayList<>()).add(record));
        for (AreaShape shape : AreaShape.of(system)) {
            write(Files.createDirectories(directory.resolve(shape.name())), shape, areas.getOrDefault(shape.name(), List.of()));
        }
        StringBuilder messages = new StringBuilder();
        system.messages().forEach(message -> messages.append(line(message)));
        Files.writeString(directory.resolve("messages"), messages);
    }

    private static void write(Path area, AreaShape shape, List<TraceRecord> records) throws IOException {
        StringBuilder lines = new StringBuilder();
        records.forEach(record -> lines.append(line(record)));
        Files.writeString(area.resolve(shape.view()), lines, StandardCharsets.ISO_8859_1);
        Files.writeString(area.resolve("level"), shape.level() + "\n");
        Files.writeString(area.resolve("pages"), shape.pagesFor(records.size()) + "\n");
    }

    /**
     * One line: area number, seconds and microseconds, level, exception mark, processor, caller, then the bytes in hex and as
     * text. There is one processor and no caller address here.
     */
    static String line(TraceRecord record) {
        StringBuilder out = new StringBuilder(String.format("00 %011d:%06d %1d - %04d %016x  ",
                record.micros() / MICROS_PER_SECOND, record.micros() % MICROS_PER_SECOND, record.level(), 0, 0));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < record.areaSize(); i++) {
            int value = i < record.bytes().length ? record.bytes()[i] & 0xff : 0;
            out.append(Character.forDigit(value >> 4, 16)).append(Character.forDigit(value & 0xf, 16)).append(' ');
            text.append(value >= ' ' && value <= '~' ? (char) value : '.');
        }
        return out.append("| ").append(text).append('\n').toString();
    }

    /** As syslog writes it: time, host, facility, text. */
    private static String line(LogMessage message) {
        return MESSAGE_TIME.format(Instant.EPOCH.plus(message.micros(), ChronoUnit.MICROS)) + " zfcp4j kernel: "
                + (message.source().isEmpty() ? "" : message.source() + ": ") + message.text().replaceAll("\\R", " ") + '\n';
    }
}
