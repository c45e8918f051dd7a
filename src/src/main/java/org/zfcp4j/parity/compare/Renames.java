// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.zfcp4j.parity.code.ResourceLines;

/**
 * Kernel-wide renames: rules that write the text of a function in the words of one age of the kernel, so that texts which differ in
 * nothing else become equal. A rule has a pattern of tokens, in which {@code $1} stands for any tokens with balanced brackets, and what
 * takes its place.
 */
public final class Renames {
    /** Those among the resources. */
    public static final Renames STANDARD = new Renames(ResourceLines.of("renames.csv"));

    private static final int DIGEST_LENGTH = 16;
    /** Rules feed each other, but in no circle: more passes than this are not needed. */
    private static final int PASSES = 3;

    private record Rule(List<String> pattern, List<String> replacement) {
    }

    private final List<Rule> rules = new ArrayList<>();

    Renames(List<String> lines) {
        for (String line : lines) {
            String[] column = line.split(" \\| ", 3);
            rules.add(new Rule(tokens(column[0]), tokens(column[1])));
        }
    }

    private static List<String> tokens(String text) {
        String trimmed = text.trim();
        return trimmed.isEmpty() ? List.of() : List.of(trimmed.split("\\s+"));
    }

    /** The text with all rules applied. */
    public String apply(String text) {
        List<String> tokens = tokens(text);
        for (int pass = 0; pass < PASSES; pass++) {
            for (Rule rule : rules) {
                tokens = apply(rule, tokens);
            }
        }
        return String.join(" ", tokens);
    }

    /** What identifies a text, renames apart. */
    public String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(apply(text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> apply(Rule rule, List<String> tokens) {
        if (!tokens.contains(rule.pattern().get(0)) && !rule.pattern().get(0).startsWith("$")) {
            return tokens;
        }
        List<String> result = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            Map<String, List<String>> bound = new HashMap<>();
            int end = match(rule.pattern(), 0, tokens, i, bound);
            if (end < 0) {
                result.add(tokens.get(i++));
            } else {
                rule.replacement().forEach(token -> result.addAll(bound.getOrDefault(token, List.of(token))));
                i = end;
            }
        }
        return result;
    }

    /** Where the match ends; -1 if there is none. */
    private static int match(List<String> pattern, int at, List<String> tokens, int from, Map<String, List<String>> bound) {
        if (at == pattern.size()) {
            return from;
        }
        String wanted = pattern.get(at);
        if (!wanted.startsWith("$")) {
            return from < tokens.size() && tokens.get(from).equals(wanted)
                    ? match(pattern, at + 1, tokens, from + 1, bound) : -1;
        }
        List<String> known = bound.get(wanted);
        if (known != null) {
            int end = from + known.size();
            return end <= tokens.size() && tokens.subList(from, end).equals(known) ? match(pattern, at + 1, tokens, end, bound) : -1;
        }
        int depth = 0;
        for (int end = from; end < tokens.size(); end++) {
            String token = tokens.get(end);
            if (depth == 0 && end > from) {
                bound.put(wanted, List.copyOf(tokens.subList(from, end)));
                int match = match(pattern, at + 1, tokens, end, bound);
                if (match >= 0) {
                    return match;
                }
                bound.remove(wanted);
            }
            depth += token.equals("(") || token.equals("[") ? 1 : token.equals(")") || token.equals("]") ? -1 : 0;
            if (depth < 0 || token.equals(";") || token.equals("{") || token.equals("}")) {
                return -1;
            }
        }
        return -1;
    }
}
