// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.lex;

/**
 * A token of C.
 *
 * @param kind what it is
 * @param text as it is written
 * @param line where it starts, counted from 1
 * @param spaced does white space stand before it?
 * @param first is it the first of its line?
 */
public record Token(Kind kind, String text, int line, boolean spaced, boolean first) {
    /** What a token is. */
    public enum Kind {
        /** An identifier or a keyword. */
        NAME,
        /** An integer or a floating-point constant. */
        NUMBER,
        /** A string with its quotation marks. */
        STRING,
        /** A character constant with its quotation marks. */
        CHARACTER,
        /** An operator or a separator. */
        PUNCTUATOR
    }

    public boolean is(String other) {
        return text.equals(other) && kind != Kind.STRING && kind != Kind.CHARACTER;
    }

    public boolean isName() {
        return kind == Kind.NAME;
    }

    /** The same token somewhere else. */
    public Token at(int otherLine) {
        return otherLine == line ? this : new Token(kind, text, otherLine, spaced, first);
    }

    /** A name at the place of this token. */
    public Token name(String other) {
        return new Token(Kind.NAME, other, line, spaced, first);
    }

    /** An operator or separator at the place of this token. */
    public Token punctuator(String other) {
        return new Token(Kind.PUNCTUATOR, other, line, spaced, first);
    }
}
