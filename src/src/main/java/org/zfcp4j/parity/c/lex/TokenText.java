// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.lex;

import java.util.List;

/** Tokens as text. */
public final class TokenText {
    private TokenText() {
    }

    /** The tokens as they were written, with one blank for white space. */
    public static String of(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens) {
            if (token.spaced() && !text.isEmpty()) {
                text.append(' ');
            }
            text.append(token.text());
        }
        return text.toString();
    }
}
