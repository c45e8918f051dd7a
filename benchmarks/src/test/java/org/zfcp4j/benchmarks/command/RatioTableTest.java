// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table is complete, and its quotients are those of its times. */
class RatioTableTest {
    private static final Pattern ROW = Pattern.compile("((?:claim|post|loop) (?:add-unless|claim-all)(?:, 8 at a time)?) +([\\d.]+) +([\\d.]+) +([\\d.]+)   [\\d.]+");
    private static final double ROUNDING = 0.02;

    @Test
    void eachRowHasJavaAndCAndTheirQuotient() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RatioTable(3, 1, new PrintStream(out, true, StandardCharsets.UTF_8)).print();
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        List<Matcher> rows = lines.stream().map(ROW::matcher).filter(Matcher::matches).toList();
        assertEquals(RatioRow.all().stream().map(RatioRow::toString).toList(), rows.stream().map(row -> row.group(1)).toList());
        double product = 1;
        for (Matcher row : rows) {
            double ratio = Double.parseDouble(row.group(4));
            assertEquals(Double.parseDouble(row.group(3)) / Double.parseDouble(row.group(2)), ratio, ROUNDING * ratio, row.group());
            product *= ratio;
        }
        String last = lines.get(lines.size() - 1);
        assertTrue(last.startsWith("geometric mean"), last);
        assertEquals(Math.pow(product, 1.0 / rows.size()), Double.parseDouble(last.substring(last.lastIndexOf(' ') + 1)), ROUNDING);
    }
}
