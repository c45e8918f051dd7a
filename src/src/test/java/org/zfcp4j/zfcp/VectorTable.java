// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A table recorded from the C driver, packed into the test resources: a JSON object per line. */
public final class VectorTable {
    private VectorTable() {
    }

    /** @param name file name without {@code .jsonl.gz} */
    public static List<JsonObject> rows(String name) {
        String resource = "/vectors/" + name + ".jsonl.gz";
        try (var in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(VectorTable.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            return in.lines().map(line -> Json.parse(line).asObject()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number that the table gives as {@code "0x..."}. */
    public static int hex(JsonObject row, String name) {
        return (int) Long.parseLong(row.get(name).asString().substring(2), 16);
    }
}
