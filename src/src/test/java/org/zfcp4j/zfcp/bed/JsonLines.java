// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.bed;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.zfcp4j.layout.Memory;

/** Reads tables and recordings that are packed as test resources, and the number and hex formats in them. */
public final class JsonLines {
    private JsonLines() {
    }

    /** All lines of {@code /vectors/NAME.jsonl.gz}. */
    public static List<JsonObject> of(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(
                JsonLines.class.getResourceAsStream("/vectors/" + name + ".jsonl.gz")), StandardCharsets.UTF_8))) {
            List<JsonObject> lines = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(Json.parse(line).asObject());
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number of up to 64 bits: in JSON as such, or as a string with a hexadecimal one. */
    public static long number(JsonObject line, String name) {
        String text = line.get(name).isString() ? line.getString(name, "") : line.get(name).toString();
        return text.startsWith("0x") ? Long.parseUnsignedLong(text.substring(2), 16)
                : text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
    }

    /** Stores a dump whose trailing zero bytes were cut off. */
    public static void put(long address, int length, String hex) {
        Memory.zero(address, length);
        Memory.put(address, HexFormat.of().parseHex(hex));
    }

    /** A record as a dump, cut off likewise. */
    public static String cut(byte[] bytes) {
        return cut(HexFormat.of().formatHex(bytes));
    }

    /** A dump without trailing zero bytes, whether it was cut off or not. */
    public static String cut(String hex) {
        int end = hex.length();
        while (end >= 2 && hex.startsWith("00", end - 2)) {
            end -= 2;
        }
        return hex.substring(0, end);
    }
}
