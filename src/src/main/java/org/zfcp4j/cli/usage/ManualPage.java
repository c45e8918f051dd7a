// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli.usage;

import java.util.List;

/** The page of the manual, in the man macros of roff, from how all commands are called. */
public final class ManualPage {
    private final StringBuilder roff = new StringBuilder();

    private ManualPage() {
    }

    /** Section 1, all commands in their order. */
    public static String of(List<CommandUsage> commands) {
        ManualPage page = new ManualPage();
        page.head();
        commands.forEach(page::command);
        page.tail();
        return page.roff.toString();
    }

    private void head() {
        line(".\\\" SPDX-License-Identifier: GPL-2.0-only");
        line(".\\\" Made by \"zfcp4j help --man\" from the options of the program.");
        line(".TH ZFCP4J 1 \"\" zfcp4j \"User Commands\"");
        line(".SH NAME");
        line("zfcp4j \\- run, explore and compare a Java port of the Linux zfcp driver");
        line(".SH SYNOPSIS");
        line(".B zfcp4j");
        line("[\\fB\\-D\\fIname\\fR=\\fIvalue\\fR...] \\fICOMMAND\\fR [\\fIARGUMENT\\fR...]");
        line(".SH DESCRIPTION");
        line("zfcp4j runs a port of the zfcp driver (FCP adapters of IBM Z) against a model of the FCP channel, plays and searches");
        line("schedules of its threads, replays recordings of the C driver, and compares the port with kernel sources.");
        entry("\\fB\\-D\\fIname\\fR=\\fIvalue\\fR", "A system property of the Java virtual machine, before the command.");
        entry("\\fB\\-\\-version\\fR", "Print the version, the commit and the JDK.");
        entry("\\fB\\-\\-help\\fR", "List the commands.");
        line(".SH COMMANDS");
    }

    private void command(CommandUsage usage) {
        line(".SS " + escaped(usage.name()));
        paragraph(capitalised(usage.summary()) + ".");
        for (String call : usage.calls()) {
            line(".PP");
            line(".B zfcp4j " + escaped(call));
        }
        usage.paragraphs().forEach(this::paragraph);
        usage.options().forEach(option -> entry(call(option), escaped(option.text())));
        for (Example example : usage.examples()) {
            line(".PP");
            line(".RS");
            line("$ \\fBzfcp4j " + escaped(example.arguments()) + "\\fR");
            line(".br");
            line(escaped(example.text()));
            line(".RE");
        }
    }

    private void tail() {
        line(".SH EXIT STATUS");
        entry("0", "What was expected held.");
        entry("1", "It did not hold.");
        entry("2", "The call or its input was wrong; a line on standard error says how.");
        line(".SH ENVIRONMENT");
        entry(".B ZFCP4J_JAVA", "The JDK to use, by its home or its java executable; 22 or newer.");
        entry(".B JAVA_HOME", "The JDK to use, if it is new enough.");
        entry(".B NO_COLOR", "No colors, if set and not empty; \\fB\\-\\-color\\fR has precedence.");
        entry(".B COLUMNS", "The width of the output, instead of that of the terminal.");
        line(".SH SEE ALSO");
        line(".BR zfcpdbf (8)");
    }

    private void paragraph(String text) {
        line(".PP");
        line(escaped(text));
    }

    private void entry(String head, String text) {
        line(".TP");
        line(head);
        line(text);
    }

    private static String call(Option option) {
        String bold = "\\fB" + escaped(option.name()) + "\\fR";
        return option.argument().isEmpty() ? bold : bold + " \\fI" + escaped(option.argument()) + "\\fR";
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** A line that begins with a dot or an apostrophe would be a request. */
    private static String escaped(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }

    private void line(String line) {
        roff.append(line).append('\n');
    }
}
