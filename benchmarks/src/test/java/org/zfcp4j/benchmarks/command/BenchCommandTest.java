// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.zfcp4j.cli.Command;

class BenchCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return new BenchCommand().run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private void assertUsageError(String message, String... arguments) {
        err.reset();
        assertEquals(Command.EXIT_USAGE, run(arguments));
        assertEquals("zfcp4j: bench: " + message, err.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void theCommandLineFindsIt() {
        assertTrue(ServiceLoader.load(Command.class).stream().anyMatch(p -> p.type() == BenchCommand.class));
    }

    @Test
    void wrongCallsAreToldInOneLine() {
        assertUsageError("--compare takes two files of results, the old one first", "--compare", "one.json");
        assertUsageError("nowhere.json: there is no such file", "--compare", "nowhere.json", "nowhere.json");
        assertUsageError("this is no regular expression: (", "(");
        assertUsageError("no benchmark matches no-such-benchmark; --list shows all", "no-such-benchmark");
        assertUsageError("nosuch is not a recognized option", "--nosuch");
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theReferenceIsNotComparedWithAPortOfAnotherGeometry() throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dzfcp4j.geometry=stride=64",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), "org.zfcp4j.cli.Main", "bench", "RefillPost")
                .redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(Command.EXIT_USAGE, process.waitFor());
        assertEquals("zfcp4j: bench: the C reference has the architected geometry only, not stride=64; the benchmarks whose names begin with"
                + " Layout have no reference", printed.strip());
    }

    @Test
    void theListTellsCasesAndTime() {
        assertEquals(Command.EXIT_OK, run("--list", "BindingsCall"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("BindingsCall.ffmCritical threads=1"), out.toString());
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("4 cases, about "), out.toString());
    }
}
