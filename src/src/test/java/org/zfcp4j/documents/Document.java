// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page in Markdown, and what it cites.
 *
 * @param name as messages name it
 * @param text all of it
 */
record Document(String name, String text) {
    /** An indented line of a code block. */
    private static final String CODE = "    ";
    private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern COMMAND = Pattern.compile("(?:\\./)?zfcp4j .*|mvn .*|JDK/bin/java -jar .*|(?:run|explore|bench|layout|vectors) .*");
    /** What explains a command behind it. */
    private static final Pattern REMARK = Pattern.compile("\\s+# .*|\\s{2,}\\S.*");

    /** What is set in code within a sentence or a table, in its order. */
    List<String> spans() {
        return matches(SPAN, prose());
    }

    /** Where links lead, without anchors. */
    List<String> links() {
        return matches(LINK, prose()).stream().map(target -> target.replaceAll("#.*", "")).filter(target -> !target.isEmpty()).toList();
    }

    /** Commands in code blocks and sentences. */
    List<String> commands() {
        List<String> commands = new ArrayList<>();
        text.lines().filter(line -> line.startsWith(CODE)).map(String::strip).forEach(commands::add);
        commands.addAll(spans());
        return commands.stream().filter(command -> COMMAND.matcher(command).matches())
                .map(command -> REMARK.matcher(command).replaceFirst("").strip()).toList();
    }

    private String prose() {
        return String.join("\n", text.lines().filter(line -> !line.startsWith(CODE)).toList());
    }

    private static List<String> matches(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        for (Matcher matcher = pattern.matcher(text); matcher.find();) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
