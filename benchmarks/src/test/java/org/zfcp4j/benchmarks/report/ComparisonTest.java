// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfcp4j.benchmarks.report.ResultsFile.BadResultsException;

class ComparisonTest {
    @TempDir
    Path directory;
    private String printed;

    private boolean compare(JmhJson before, JmhJson after) throws IOException, BadResultsException {
        return outcome(before, after) == Comparison.Outcome.HELD;
    }

    private Comparison.Outcome outcome(JmhJson before, JmhJson after) throws IOException, BadResultsException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Comparison.Outcome outcome = Comparison.print(before.write(directory.resolve("old.json")), after.write(directory.resolve("new.json")),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        printed = out.toString(StandardCharsets.UTF_8);
        return outcome;
    }

    @Test
    void whatIsWithinTheErrorIsNoChange() throws Exception {
        assertTrue(compare(new JmhJson().rate("A.x", 1, null, 100), new JmhJson().rate("A.x", 1, null, 100.5)));
        assertTrue(printed.startsWith("1 compared: 0 worse, 0 better"), printed);
    }

    @Test
    void aSlowerResultIsARegression() throws Exception {
        assertFalse(compare(new JmhJson().rate("A.x", 1, null, 100), new JmhJson().rate("A.x", 1, null, 80)));
        assertTrue(printed.startsWith("worse  A.x 1 thread: 100 -> 80.0 ops/us, speed -20.0 %"), printed);
    }

    @Test
    void errorsThatWouldHideASlowDownOfAFifthMakeItBlind() throws Exception {
        assertEquals(Comparison.Outcome.BLIND, outcome(new JmhJson().noisy("A.x", 100), new JmhJson().noisy("A.x", 60)));
        assertTrue(printed.contains("these files cannot be compared"), printed);
        assertEquals(Comparison.Outcome.WORSE, outcome(new JmhJson().rate("A.x", 1, null, 100), new JmhJson().rate("A.x", 1, null, 60)));
        assertEquals(Comparison.Outcome.HELD, outcome(new JmhJson().rate("A.x", 1, null, 100).noisy("A.y", 100),
                new JmhJson().rate("A.x", 1, null, 100).noisy("A.y", 60)));
        assertTrue(printed.lines().anyMatch(line -> line.matches("smallest slow-down that would have shown: [0-4]\\.\\d %; .*")), printed);
    }

    @Test
    void moreTimeIsWorseWhereTimeIsMeasured() throws Exception {
        JmhJson before = new JmhJson().add("A.x", "avgt", 1, null, 10, "ns/op", 0);
        assertFalse(compare(before, new JmhJson().add("A.x", "avgt", 1, null, 12, "ns/op", 0)));
        assertTrue(compare(before, new JmhJson().add("A.x", "avgt", 1, null, 8, "ns/op", 0)));
        assertTrue(printed.startsWith("better  A.x"), printed);
    }

    @Test
    void aSlowerMachineIsNoRegressionWhereThereIsATwinInC() throws Exception {
        JmhJson before = new JmhJson().rate("A.port", 2, "add-unless", 100).rate("A.reference", 2, "add-unless", 90);
        assertTrue(compare(before, new JmhJson().rate("A.port", 2, "add-unless", 50).rate("A.reference", 2, "add-unless", 45)));
        assertFalse(compare(before, new JmhJson().rate("A.port", 2, "add-unless", 80).rate("A.reference", 2, "add-unless", 90)));
        assertTrue(printed.contains("Java / C 1.11"), printed);
    }

    @Test
    void moreAllocationIsARegressionHoweverFast() throws Exception {
        assertFalse(compare(new JmhJson().add("A.x", "thrpt", 1, null, 100, "ops/us", 0),
                new JmhJson().add("A.x", "thrpt", 1, null, 100, "ops/us", 24)));
        assertTrue(printed.contains("bytes per operation 0 -> 24.0"), printed);
    }

    @Test
    void parametersAndThreadsTellResultsApart() throws Exception {
        assertTrue(compare(new JmhJson().rate("A.x", 1, "lock", 100).rate("A.x", 2, "add-unless", 50),
                new JmhJson().rate("A.x", 2, "lock", 10).rate("A.x", 2, "add-unless", 50)));
        assertTrue(printed.contains("1 compared") && printed.contains("1 only in the old file, 1 only in the new one"), printed);
    }

    @Test
    void filesWithNothingInCommonAreAnError() {
        assertThrows(BadResultsException.class,
                () -> compare(new JmhJson().rate("A.x", 1, null, 1), new JmhJson().rate("A.y", 1, null, 1)));
    }

    @Test
    void badFilesAreToldInOneLineThatNamesThem() throws Exception {
        for (String text : new String[] {"", "{", "{}", "[1]", "[{\"benchmark\": 1}]", "null",
            "[{\"benchmark\":\"x\",\"mode\":\"thrpt\",\"threads\":1,\"forks\":1,\"primaryMetric\":{\"scoreUnit\":\"s\",\"rawData\":[[1]]}}]",
            "[{\"benchmark\":\"a.b\",\"mode\":\"thrpt\",\"threads\":1,\"forks\":1,\"primaryMetric\":{\"scoreUnit\":\"s\",\"rawData\":[]}}]"}) {
            Path file = Files.writeString(directory.resolve("bad.json"), text);
            String message = assertThrows(BadResultsException.class, () -> ResultsFile.read(file), text).getMessage();
            assertTrue(message.startsWith(file.toString()), message);
            assertEquals(1, message.lines().count(), message);
        }
        Files.write(directory.resolve("bytes.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThrows(BadResultsException.class, () -> ResultsFile.read(directory.resolve("bytes.json")));
        assertThrows(BadResultsException.class, () -> ResultsFile.read(directory.resolve("missing.json")));
        assertThrows(BadResultsException.class, () -> ResultsFile.read(directory));
    }
}
