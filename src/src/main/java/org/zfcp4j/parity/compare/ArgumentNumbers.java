// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The numbers in the text of a call's arguments: literals, and named constants, those that are joined by {@code |} as one. */
final class ArgumentNumbers {
    private final Function<String, Long> value;
    private final Predicate<String> isFunction;

    /**
     * Looks names up.
     *
     * @param value of an expression of names joined by {@code |}; null if it has none
     * @param isFunction does a call of this name own the numbers in its parentheses?
     */
    ArgumentNumbers(Function<String, Long> value, Predicate<String> isFunction) {
        this.value = value;
        this.isFunction = isFunction;
    }

    List<Long> of(String argument) {
        List<String> tokens = tokens(argument);
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (i + 1 < tokens.size() && tokens.get(i + 1).equals("(") && isFunction.test(tokens.get(i))) {
                i = close(tokens, i + 1);
            } else if (number(tokens.get(i)) != null) {
                StringBuilder names = new StringBuilder(sign(tokens, i) + tokens.get(i));
                while (i + 2 < tokens.size() && tokens.get(i + 1).equals("|") && number(tokens.get(i + 2)) != null) {
                    names.append('|').append(tokens.get(i + 2));
                    i += 2;
                }
                numbers.add(number(names.toString()));
            }
        }
        return numbers;
    }

    private Long number(String text) {
        if (Character.isDigit(text.charAt(0))) {
            try {
                return Long.decode(text.replaceAll("[uUlL]+$", ""));
            } catch (NumberFormatException e) {
                return null;
            }
        }
        return value.apply(text);
    }

    /** A minus or tilde that is no operator between two operands. */
    private static String sign(List<String> tokens, int i) {
        if (i == 0 || !tokens.get(i - 1).equals("-") && !tokens.get(i - 1).equals("~")) {
            return "";
        }
        boolean unary = i == 1 || !Character.isLetterOrDigit(tokens.get(i - 2).charAt(0)) && !tokens.get(i - 2).equals(")");
        return unary ? tokens.get(i - 1) : "";
    }

    private static int close(List<String> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).equals("(") ? 1 : tokens.get(i).equals(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = i + 1;
            if (c == '"') {
                while (end < text.length() && text.charAt(end) != '"') {
                    end += text.charAt(end) == '\\' ? 2 : 1;
                }
                end++;
            } else if (Character.isLetterOrDigit(c) || c == '_') {
                while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
                    end++;
                }
                tokens.add(text.substring(i, end));
            } else if (!Character.isWhitespace(c)) {
                tokens.add(text.substring(i, end));
            }
            i = end;
        }
        return tokens;
    }
}
