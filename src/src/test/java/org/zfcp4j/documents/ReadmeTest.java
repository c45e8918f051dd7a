// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfcp4j.cli.Main;

/** The commands of README exit as it says, which is 0 unless the remark behind them begins with "exit", and print what it shows. */
class ReadmeTest {
    private static final String README = read();
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:^    |`)\\./zfcp4j ([^#`\\n]+?)(?:\\s+# (?:exit (\\d))?[^\\n]*|`|$)");
    /** They need a kernel tree, JMH, or a JVM of their own, and are held by tests of their own. */
    private static final Pattern ELSEWHERE = Pattern.compile("parity --linux linux.*|bench .*|-D.*|completion .*");
    private static final Set<String> WRITES = Set.of("--html", "--json", "--dbf", "--timeline");

    @TempDir
    Path directory;

    private static String read() {
        try {
            return Files.readString(Path.of("..", "README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> commands() {
        Map<String, Integer> commands = new LinkedHashMap<>();
        for (Matcher matcher = COMMAND.matcher(README); matcher.find();) {
            String command = matcher.group(1).strip();
            if (!ELSEWHERE.matcher(command).matches()) {
                commands.put(command, matcher.group(2) == null ? commands.getOrDefault(command, 0) : Integer.parseInt(matcher.group(2)));
            }
        }
        return commands;
    }

    private String run(String command, int expected) {
        List<String> words = new ArrayList<>(Arrays.asList(command.split(" ")));
        for (int i = 0; i < words.size(); i++) {
            if (i > 0 && WRITES.contains(words.get(i - 1)) || words.get(i).equals("traces")) {
                words.set(i, directory.resolve(words.get(i)).toString());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertEquals(expected, Main.run(words, printed, printed), () -> command + ": " + out.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    /** In the order of the page: the traces that one command reads are those that the one before it has written. */
    @Test
    void eachCommandExitsAsThePageSays() {
        Map<String, Integer> commands = commands();
        assertTrue(commands.size() > 12, commands::toString);
        assertTrue(commands.containsValue(1), commands::toString);
        commands.forEach(this::run);
    }

    @Test
    void runPrintsTheColumnsAndTheVerdictsOfThePage() {
        List<String> printed = run("run", 0).lines().map(line -> line.strip().replaceAll("\\s+", " ")).toList();
        List<String> shown = README.lines().filter(line -> line.matches("    +(?:\\d+\\.\\d{3} .*|[a-z-]+ +(?:[a-z-]+) +(?:holds|violated) .*| +\\S.*)"))
                .map(line -> line.strip().replaceAll("\\s+", " ")).filter(line -> !line.startsWith("./") && !line.startsWith("mvn")).toList();
        assertTrue(shown.size() > 15, shown::toString);
        assertEquals(List.of(), shown.stream().filter(line -> !printed.contains(line)).toList());
    }
}
