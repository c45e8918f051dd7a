// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.lex;

import java.util.ArrayList;
import java.util.List;

/** Splits C source into tokens. Comments and the ends of continued lines vanish; any character becomes part of some token. */
public final class Lexer {
    /** Operators of three and two characters, longest first. */
    private static final String[] OPERATORS = {"...", "<<=", ">>=", "->", "++", "--", "<<", ">>", "<=", ">=", "==", "!=", "&&",
        "||", "*=", "/=", "%=", "+=", "-=", "&=", "^=", "|=", "##"};

    private final String text;
    private int at;
    private int line = 1;
    private boolean spaced;
    private boolean first = true;

    private Lexer(String text) {
        this.text = text;
    }

    /** The tokens of a text. */
    public static List<Token> tokens(String text) {
        return new Lexer(text).all();
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private List<Token> all() {
        List<Token> tokens = new ArrayList<>(text.length() / 6);
        while (skip()) {
            tokens.add(next());
            spaced = false;
            first = false;
        }
        return tokens;
    }

    /** Goes to the next token; false at the end. */
    private boolean skip() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
                at++;
                spaced = true;
                first = true;
            } else if (c == ' ' || c == '\t' || c == '\f') {
                at++;
                spaced = true;
            } else if (c == '\\' && peek(1) == '\n') {
                line++;
                at += 2;
                spaced = true;
            } else if (c == '/' && peek(1) == '*') {
                blockComment();
            } else if (c == '/' && peek(1) == '/') {
                lineComment();
            } else {
                return true;
            }
        }
        return false;
    }

    private void blockComment() {
        int end = text.indexOf("*/", at + 2);
        end = end < 0 ? text.length() : end + 2;
        for (; at < end; at++) {
            if (text.charAt(at) == '\n') {
                line++;
            }
        }
        spaced = true;
    }

    private void lineComment() {
        while (at < text.length() && text.charAt(at) != '\n') {
            if (text.charAt(at) == '\\' && peek(1) == '\n') {
                line++;
                at++;
            }
            at++;
        }
        spaced = true;
    }

    private Token next() {
        char c = text.charAt(at);
        int start = at;
        if (letter(c)) {
            if ((c == 'L' || c == 'u' || c == 'U') && (peek(1) == '"' || peek(1) == '\'')) {
                at++;
                return quoted(start, text.charAt(at));
            }
            while (letter(peek(0)) || digit(peek(0))) {
                at++;
            }
            return token(Token.Kind.NAME, start);
        }
        if (digit(c) || c == '.' && digit(peek(1))) {
            number();
            return token(Token.Kind.NUMBER, start);
        }
        if (c == '"' || c == '\'') {
            return quoted(start, c);
        }
        for (String operator : OPERATORS) {
            if (text.startsWith(operator, at)) {
                at += operator.length();
                return new Token(Token.Kind.PUNCTUATOR, operator, line, spaced, first);
            }
        }
        at++;
        return token(Token.Kind.PUNCTUATOR, start);
    }

    private Token token(Token.Kind kind, int start) {
        return new Token(kind, text.substring(start, at), line, spaced, first);
    }

    private void number() {
        while (true) {
            char c = peek(0);
            char before = text.charAt(at > 0 ? at - 1 : 0);
            if (letter(c) || digit(c) || c == '.' || (c == '+' || c == '-') && (before == 'p' || before == 'P')) {
                at++;
            } else {
                return;
            }
        }
    }

    /** A string or character ends with its line if its end is missing. */
    private Token quoted(int start, char quote) {
        at++;
        int startLine = line;
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            if (text.charAt(at) == '\\') {
                if (peek(1) == '\n') {
                    line++;
                }
                at++;
            }
            at++;
        }
        at = Math.min(text.length(), at + 1);
        if (text.charAt(at - 1) == '\n' && text.charAt(at - 2) != '\\') {
            at--;
        }
        String value = ascii(text.substring(start, at));
        return new Token(quote == '"' ? Token.Kind.STRING : Token.Kind.CHARACTER, value, startLine, spaced, first);
    }

    /** A string with each character beyond ASCII replaced by a question mark, and without breaks of lines. */
    private static String ascii(String string) {
        StringBuilder ascii = null;
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c > 0x7e || c == '\n') {
                if (ascii == null) {
                    ascii = new StringBuilder(string);
                }
                ascii.setCharAt(i, c == '\n' ? 'n' : '?');
            }
        }
        return ascii == null ? string : ascii.toString();
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
