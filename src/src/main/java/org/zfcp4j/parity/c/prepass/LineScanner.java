// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.prepass;

/**
 * Splits C source into lines and directives: blanks comments, joins continued lines of directives, and keeps the number of every
 * line.
 */
final class LineScanner {
    /** Receives what the scanner finds. */
    interface Sink {
        /** A directive without its number sign, comments replaced by blanks; it starts on {@code line}. */
        void directive(String text, int line);

        /** A line of text that is no directive, comments replaced by blanks. */
        void text(String source, int start, int end);

        /** The end of a line. */
        void newLine();
    }

    private final String source;
    private final Sink sink;
    private int at;
    private int line = 1;

    LineScanner(String source, Sink sink) {
        this.source = source;
        this.sink = sink;
    }

    void scan() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '\n') {
                endLine();
            } else if (c == ' ' || c == '\t' || c == '\f') {
                at++;
            } else if (comment()) {
                skipComment(null);
            } else if (c == '#') {
                directive();
            } else {
                textLine();
            }
        }
    }

    private void endLine() {
        sink.newLine();
        line++;
        at++;
    }

    private boolean comment() {
        return source.charAt(at) == '/' && at + 1 < source.length()
                && (source.charAt(at + 1) == '*' || source.charAt(at + 1) == '/');
    }

    /** Passes over a comment; a break of line inside of it ends no directive. */
    private void skipComment(StringBuilder directive) {
        if (source.charAt(at + 1) == '/') {
            int end = source.indexOf('\n', at);
            at = end < 0 ? source.length() : end;
            return;
        }
        int end = source.indexOf("*/", at + 2);
        end = end < 0 ? source.length() : end + 2;
        while (at < end) {
            if (source.charAt(at) == '\n') {
                sink.newLine();
                line++;
            }
            at++;
        }
        if (directive != null) {
            directive.append(' ');
        }
    }

    private void directive() {
        StringBuilder text = new StringBuilder();
        int start = line;
        at++;
        while (at < source.length() && source.charAt(at) != '\n') {
            char c = source.charAt(at);
            if (c == '\\' && at + 1 < source.length() && source.charAt(at + 1) == '\n') {
                at++;
                endLine();
                text.append(' ');
            } else if (comment()) {
                skipComment(text);
            } else if (c == '"' || c == '\'') {
                int from = at;
                quoted(c);
                text.append(source, from, at);
            } else {
                text.append(c);
                at++;
            }
        }
        sink.directive(text.toString(), start);
    }

    private void quoted(char quote) {
        at++;
        while (at < source.length() && source.charAt(at) != quote && source.charAt(at) != '\n') {
            at += source.charAt(at) == '\\' && at + 1 < source.length() && source.charAt(at + 1) != '\n' ? 2 : 1;
        }
        if (at < source.length() && source.charAt(at) == quote) {
            at++;
        }
    }

    /** Up to the end of the line or to a comment; what follows the comment is text again, even a number sign. */
    private void textLine() {
        int start = at;
        while (at < source.length() && source.charAt(at) != '\n') {
            char c = source.charAt(at);
            if (c == '"' || c == '\'') {
                quoted(c);
            } else if (comment()) {
                sink.text(source, start, at);
                skipComment(null);
                sink.text(" ", 0, 1);
                start = at;
            } else {
                at++;
            }
        }
        sink.text(source, start, Math.min(at, source.length()));
    }
}
