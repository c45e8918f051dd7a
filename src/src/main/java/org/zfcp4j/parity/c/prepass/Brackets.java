// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.prepass;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.zfcp4j.parity.c.lex.Token;
import org.zfcp4j.parity.c.source.BadTreeException;

/** Whether brackets match: text of any other kind fails here, long before the parser has tried it. */
public final class Brackets {
    /** Deeper than any source of Linux. */
    private static final int MAX_DEPTH = 150;

    private Brackets() {
    }

    /**
     * Checks the brackets of a file.
     *
     * @throws BadTreeException if one has no partner, or if too many are open at once
     */
    public static void check(List<Token> tokens, String file) throws BadTreeException {
        Deque<Token> open = new ArrayDeque<>();
        for (Token token : tokens) {
            if (token.kind() != Token.Kind.PUNCTUATOR) {
                continue;
            }
            switch (token.text()) {
                case "(", "[", "{" -> {
                    open.push(token);
                    if (open.size() > MAX_DEPTH) {
                        throw new BadTreeException(file + ":" + token.line() + ": brackets are nested too deep");
                    }
                }
                case ")", "]", "}" -> {
                    if (open.isEmpty() || partner(open.pop()) != token.text().charAt(0)) {
                        throw new BadTreeException(file + ":" + token.line() + ": " + token.text() + " closes nothing");
                    }
                }
                default -> {
                    // no bracket
                }
            }
        }
        if (!open.isEmpty()) {
            throw new BadTreeException(file + ":" + open.peek().line() + ": " + open.peek().text() + " is never closed");
        }
    }

    private static char partner(Token open) {
        return open.is("(") ? ')' : open.is("[") ? ']' : '}';
    }
}
