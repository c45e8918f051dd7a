// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfcp4j.explore.RefillProgram;
import org.zfcp4j.explore.RefillStory;
import org.zfcp4j.explore.Search;
import org.zfcp4j.explore.SearchOptions;
import org.zfcp4j.explore.StoryLine;
import org.zfcp4j.explore.Strategy;
import org.zfcp4j.lab.refill.LinkUp;
import org.zfcp4j.lab.refill.RefillCase;
import org.zfcp4j.lab.refill.RefillStart;
import org.zfcp4j.zfcp.adapter.CheckThenDec;
import org.zfcp4j.zfcp.level.Levels;
import org.zfcp4j.swarm.Shard;

/** Columns of {@code explore} and {@code run} fit the terminal. */
class ColumnsTest {
    private static RefillStory race() {
        RefillCase refill = new RefillCase(RefillStart.RACE, new CheckThenDec(), Levels.linux510(), 3, 1, 3).with(new LinkUp(0, 0, 0));
        RefillProgram program = new RefillProgram(refill);
        Search search = new Search(program, new SearchOptions(Strategy.DFS, 1, Long.MAX_VALUE, SearchOptions.NO_LIMIT, 1, 1, Shard.WHOLE));
        return RefillStory.of(program, search.run(progress -> { }).findings().get(0).schedule());
    }

    private static List<String> printed(List<StoryLine> lines, int width) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ExplorePrinter(new PrintStream(out, true, StandardCharsets.UTF_8), new Paint(false), width).columns(lines);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static String words(List<String> lines) {
        return lines.stream().skip(1).map(String::strip).collect(Collectors.joining(" ")).replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100, 132, 200})
    void aSchedulePrintedForATerminalFitsItAndLosesNothing(int width) {
        List<StoryLine> lines = race().lines();
        List<String> narrow = printed(lines, width);
        List<String> wide = printed(lines, 0);
        narrow.forEach(line -> assertTrue(line.length() <= width, line));
        assertEquals(words(wide), words(narrow));
        assertTrue(width >= 132 || wide.stream().anyMatch(line -> line.length() > width), "nothing had to be fitted");
    }

    @Test
    void linesGoOnBelowAndColorsEndWithEachLine() {
        Columns columns = new Columns(List.of("first one", "second"), List.of("1st", "2nd"), 3, 20, 40);
        assertEquals(" ms  1st  2nd", columns.head("ms"));
        assertEquals(List.of("  7       <twenty eight characters of a>", "            <text>"),
                columns.lines("7", 1, "twenty eight characters of a text", text -> '<' + text + '>'));
        assertEquals(List.of("       " + "   " + "x".repeat(30), "            " + "x".repeat(3)), columns.lines("", 1, "x".repeat(33), UnaryOperator.identity()));
    }

    @Test
    void columnsOfTheEnvironmentAreANumber() {
        assertEquals(80, Terminal.parsed("80"));
        for (String wrong : new String[] {null, "", "wide", "-3", "99999999999"}) {
            assertEquals(0, Terminal.parsed(wrong));
        }
    }

    /** The kernel's answer to TIOCGWINSZ, of a pseudo terminal that script(1) makes. */
    @Test
    void theTerminalIsAskedForItsWidth() throws Exception {
        Assumptions.assumeTrue(ShellRun.isInstalled("script") && System.getProperty("os.name").equals("Linux"), "script of Linux is not installed");
        String java = System.getProperty("java.home") + "/bin/java --enable-native-access=ALL-UNNAMED -cp '" + System.getProperty("java.class.path") + "' "
                + Main.class.getName();
        ShellRun run = ShellRun.of("unset COLUMNS; script -qec \"stty cols 72; " + java + " help explore\" /dev/null");
        assertTrue(run.out().contains("usage: zfcp4j explore"), run.out());
        int longest = run.out().lines().map(String::stripTrailing).filter(line -> !line.startsWith("  zfcp4j ")).mapToInt(String::length).max().orElse(0);
        assertTrue(longest > 60 && longest <= 72, () -> longest + "\n" + run.out());
    }
}
