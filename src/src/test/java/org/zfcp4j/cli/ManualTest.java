// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The page of the manual, against the options of the program. */
class ManualTest {
    private static final Path PAGE = Path.of("..", "docs", "zfcp4j.1");
    private static final Pattern OPTION = Pattern.compile("(?m)^  (--[a-z-]+)( [A-Z]\\S*)?");

    private static String section(String page, String command) {
        Matcher matcher = Pattern.compile("(?ms)^\\.SS " + command + "\\n(.*?)^\\.S[SH] ").matcher(page);
        return matcher.find() ? matcher.group(1) : "";
    }

    @Test
    void thePageIsTheOneOfTheseOptions() throws IOException {
        assertTrue(CommandRun.of("help", "--man").out().equals(Files.readString(PAGE)), "the page is of other options; make it anew: ./zfcp4j help --man >docs/zfcp4j.1");
    }

    /** Read from the help that users see, not from what the page is made from. */
    @Test
    void eachOptionOfTheHelpIsInTheSectionOfItsCommand() throws IOException {
        String page = Files.readString(PAGE);
        List<String> missing = new ArrayList<>();
        int options = 0;
        for (String command : Commands.names()) {
            for (Matcher option = OPTION.matcher(CommandRun.of("help", command).out()); option.find(); options++) {
                String argument = option.group(2) == null ? "" : " \\fI" + option.group(2).strip() + "\\fR";
                String head = "\n.TP\n\\fB" + option.group(1).replace("-", "\\-") + "\\fR" + argument + "\n";
                if (!section(page, command).contains(head)) {
                    missing.add(command + ' ' + option.group());
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(options > 40, "options: " + options);
    }

    @Test
    void groffHasNoComplaints() throws Exception {
        Assumptions.assumeTrue(ShellRun.isInstalled("groff"), "groff is not installed");
        assertEquals(new ShellRun(0, ""), ShellRun.of("groff -man -Tascii -ww -z " + PAGE));
    }
}
