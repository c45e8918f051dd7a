// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Tables recorded from the C driver: a JSON object a line. */
final class Rows {
    private Rows() {
    }

    static List<JsonObject> of(String name) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Rows.class.getResourceAsStream("/vectors/" + name)), StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> Json.parse(line).asObject()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number written as {@code "0x..."}. */
    static long hex(String text) {
        return Long.parseUnsignedLong(text.substring(2), 16);
    }

    static int hex(JsonObject row, String name) {
        return (int) hex(row.getString(name, null));
    }
}
