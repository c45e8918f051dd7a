// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli.usage;

import java.util.ArrayList;
import java.util.List;

/** The help of a command, as text of a given width. */
public final class UsageText {
    private static final int TEXT_COLUMN = 23;
    private static final int LEAST_WIDTH = 60;
    private static final int MOST_WIDTH = 120;

    private final int width;
    private final List<String> lines = new ArrayList<>();

    private UsageText(int width) {
        this.width = Math.clamp(width, LEAST_WIDTH, MOST_WIDTH);
    }

    /** The help of a command. */
    public static String of(CommandUsage usage, int width) {
        UsageText text = new UsageText(width);
        text.add(usage);
        return String.join("\n", text.lines);
    }

    private void add(CommandUsage usage) {
        String before = "usage: ";
        for (String call : usage.calls()) {
            lines.add(before + "zfcp4j " + call);
            before = " ".repeat(before.length());
        }
        for (String paragraph : usage.paragraphs()) {
            lines.add("");
            lines.addAll(wrapped(paragraph, width));
        }
        lines.add("");
        usage.options().forEach(option -> entry("  " + option.call(), option.text()));
        if (!usage.examples().isEmpty()) {
            lines.add("");
            lines.add("examples:");
        }
        for (Example example : usage.examples()) {
            lines.add("  zfcp4j " + example.arguments());
            wrapped(example.text(), width - 6).forEach(line -> lines.add("      " + line));
        }
    }

    private void entry(String head, String text) {
        List<String> right = wrapped(text, width - TEXT_COLUMN);
        if (head.length() + 1 < TEXT_COLUMN) {
            lines.add(head + " ".repeat(TEXT_COLUMN - head.length()) + right.get(0));
            right = right.subList(1, right.size());
        } else {
            lines.add(head);
        }
        right.forEach(line -> lines.add(" ".repeat(TEXT_COLUMN) + line));
    }

    /** Lines of at most {@code width} characters, but for a word that is longer. */
    public static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
