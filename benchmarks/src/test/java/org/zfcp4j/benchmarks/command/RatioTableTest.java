// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table is complete, and its quotients are those of its times. */
class RatioTableTest {
    private static final Pattern ROW = Pattern.compile("((?:claim|post|loop) (?:add-unless|claim-all)(?:, 8 at a time)?) +([\\d.]+) +([\\d.]+) +([\\d.]+) +[\\d.]+ +[\\d.]+");
    private static final double ROUNDING = 0.02;

    @TempDir
    Path directory;

    @Test
    void eachRowHasJavaAndCAndTheirQuotient() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path file = directory.resolve("ratio.json");
        new RatioTable(3, 1, new PrintStream(out, true, StandardCharsets.UTF_8)).print(Map.of("Machine", "this one"), file);
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        List<Matcher> rows = lines.stream().map(ROW::matcher).filter(Matcher::matches).toList();
        assertEquals(RatioRow.all().stream().map(RatioRow::toString).toList(), rows.stream().map(row -> row.group(1)).toList());
        double product = 1;
        for (Matcher row : rows) {
            double ratio = Double.parseDouble(row.group(4));
            assertEquals(Double.parseDouble(row.group(3)) / Double.parseDouble(row.group(2)), ratio, ROUNDING * ratio, row.group());
            product *= ratio;
        }
        String last = lines.get(lines.size() - 2);
        assertTrue(last.startsWith("geometric mean"), last);
        assertEquals(Math.pow(product, 1.0 / rows.size()), Double.parseDouble(last.split(" +")[2]), ROUNDING);
        JsonObject json = Json.parse(Files.readString(file)).asObject();
        assertEquals("this one", json.get("environment").asObject().getString("Machine", ""));
        for (int i = 0; i < rows.size(); i++) {
            JsonObject row = json.get("rows").asArray().get(i).asObject();
            assertEquals(rows.get(i).group(1), row.getString("row", ""));
            assertEquals(Double.parseDouble(rows.get(i).group(2)), row.getDouble("java", 0), 0.06);
            assertEquals(Double.parseDouble(rows.get(i).group(3)), row.getDouble("c", 0), 0.06);
            assertTrue(row.getDouble("kernelLikeC", 0) > 0 && row.getDouble("plainJava", 0) > 0, row.toString());
        }
    }
}
