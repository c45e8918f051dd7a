// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes trace records as the kernel's debug file system shows them: a directory an area with a file {@code hex_ascii}. The
 * zfcpdbf tool of s390-tools reads such a tree.
 */
public final class S390dbfText {
    private static final int MICROS_PER_SECOND = 1_000_000;

    private S390dbfText() {
    }

    /** Writes all areas below {@code directory}, which is created; existing files of the same areas are replaced. */
    public static void write(Path directory, List<TraceRecord> records) throws IOException {
        Map<String, StringBuilder> files = new LinkedHashMap<>();
        for (TraceRecord record : records) {
            files.computeIfAbsent(record.area(), a -> new StringBuilder()).append(line(record));
        }
        for (Map.Entry<String, StringBuilder> file : files.entrySet()) {
            Path area = Files.createDirectories(directory.resolve(file.getKey()));
            Files.writeString(area.resolve("hex_ascii"), file.getValue(), StandardCharsets.ISO_8859_1);
        }
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
}
