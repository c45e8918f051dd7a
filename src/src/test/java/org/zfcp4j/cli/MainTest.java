// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zfcp4j.cli.usage.CommandUsage;
import org.zfcp4j.cli.usage.Option;

class MainTest {
    private String out;
    private String err;

    private int run(String... arguments) {
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        int status = Main.run(List.of(arguments), new PrintStream(outBytes, true, StandardCharsets.UTF_8),
                new PrintStream(errBytes, true, StandardCharsets.UTF_8));
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
        return status;
    }

    @Test
    void helpListsTheCommandsOfThisJarAndTheOneOfTheOther() {
        assertEquals(Command.EXIT_OK, run("help"));
        for (String command : List.of("run", "explore", "vectors", "parity", "layout", "completion", "help", "bench")) {
            assertEquals(1, out.lines().filter(line -> line.startsWith("  " + command + " ")).count(), out);
        }
    }

    @Test
    void wrongCommandsAreToldInOneLine() {
        for (String word : List.of("bench", "nothing")) {
            assertEquals(Command.EXIT_USAGE, run(word));
            assertEquals("", out);
            assertTrue(err.startsWith("zfcp4j: ") && err.contains(word) && err.lines().count() == 1, err);
        }
    }

    @ParameterizedTest
    @MethodSource("org.zfcp4j.cli.Commands#names")
    void helpOfACommandIsItsOwnWithItsExamples(String command) {
        assertEquals(Command.EXIT_OK, run("help", command));
        String help = out;
        assertTrue(help.startsWith("usage: zfcp4j " + command), help);
        assertTrue(help.contains("\nexamples:\n  zfcp4j " + command), help);
        help.lines().forEach(line -> assertTrue(line.length() <= Terminal.DEFAULT_COLUMNS || line.startsWith("usage:") || line.startsWith("  zfcp4j"), line));
        for (String option : List.of("--help", "-h")) {
            assertEquals(Command.EXIT_OK, run(command, option));
            assertEquals(help, out);
        }
    }

    /** Help, the page of the manual and completions are made from the declarations, which must say enough. */
    @ParameterizedTest
    @MethodSource("org.zfcp4j.cli.Commands#all")
    void eachOptionSaysWhatItDoesAndWhatItsArgumentIs(CommandUsage usage) {
        for (Option option : usage.options()) {
            assertTrue(option.text().length() > 5, option::toString);
            assertTrue(option.argument().isEmpty() || option.argument().matches("[A-Z][A-Z.]*\\d?"), option::toString);
        }
        assertFalse(usage.calls().isEmpty() || usage.examples().isEmpty(), usage.name());
    }

    @Test
    void helpTakesOneCommandThatThereIs() {
        for (String words : List.of("help nothing", "help run explore", "help run --man", "help --nothing")) {
            assertEquals(Command.EXIT_USAGE, run(words.split(" ")));
            assertTrue(err.startsWith("zfcp4j: help: ") && err.lines().count() == 1, err);
        }
    }

    @Test
    void theVersionNamesTheCommitAndTheJdk() throws Exception {
        assertEquals(Command.EXIT_OK, run("--version"));
        List<String> lines = out.lines().toList();
        assertEquals(2, lines.size(), out);
        assertTrue(lines.get(0).matches("zfcp4j \\d+\\.\\d+\\.\\d+\\S*, commit ([0-9a-f]{12}\\+?|unknown)"), out);
        assertTrue(lines.get(1).startsWith("JDK " + Runtime.version() + " ("), out);
        if (Files.exists(Path.of("..", ".git"))) {
            ShellRun git = ShellRun.of("git rev-parse HEAD");
            Assumptions.assumeTrue(git.status() == 0, "git does not know this folder");
            assertTrue(lines.get(0).contains("commit " + git.out().substring(0, 12)), out);
        }
    }
}
