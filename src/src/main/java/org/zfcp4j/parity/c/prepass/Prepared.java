// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.prepass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zfcp4j.parity.c.lex.Token;

/** Text for the parser, made of tokens that know their lines. It is ASCII: an offset in bytes is one in characters. */
public final class Prepared {
    private final List<Token> tokens;
    private final Map<String, String> joined;
    private final List<Grammatical.Generated> generated;
    private final Set<String> exported;
    private final int[] offsets;
    private final String text;

    Prepared(List<Token> tokens, Map<String, String> joined, List<Grammatical.Generated> generated, Set<String> exported) {
        this.tokens = List.copyOf(tokens);
        this.joined = Map.copyOf(joined);
        this.generated = List.copyOf(generated);
        this.exported = Set.copyOf(exported);
        this.offsets = new int[tokens.size()];
        StringBuilder out = new StringBuilder();
        int line = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (i > 0) {
                out.append(token.line() != line ? '\n' : ' ');
            }
            line = token.line();
            offsets[i] = out.length();
            out.append(token.text());
        }
        this.text = out.toString();
    }

    /** What is parsed. */
    public String text() {
        return text;
    }

    /** Functions that macros at the top level make. */
    public List<Grammatical.Generated> generated() {
        return generated;
    }

    /** Functions whose symbols are exported. */
    public Set<String> exported() {
        return exported;
    }

    /** The index of the token at an offset or after it. */
    public int tokenAt(int offset) {
        int found = Arrays.binarySearch(offsets, offset);
        return found >= 0 ? found : -found - 1;
    }

    /** The line in the file of what stands at an offset. */
    public int line(int offset) {
        if (tokens.isEmpty()) {
            return 1;
        }
        int found = Arrays.binarySearch(offsets, offset);
        return tokens.get(found >= 0 ? found : Math.max(0, -found - 2)).line();
    }

    /** The tokens from an offset up to another; types among arguments are names that {@link #original} knows. */
    public List<Token> tokens(int start, int end) {
        return tokens.subList(Math.min(tokenAt(start), tokens.size()), Math.min(tokenAt(end), tokens.size()));
    }

    /** The text of a token before it was made one. */
    public String original(Token token) {
        return joined.getOrDefault(token.text(), token.text());
    }

    /** The text between two offsets as it was written, white space normalised. */
    public String source(int start, int end) {
        StringBuilder source = new StringBuilder();
        for (Token token : tokens(start, end)) {
            if (token.spaced() && !source.isEmpty()) {
                source.append(' ');
            }
            source.append(original(token));
        }
        return source.toString();
    }

    /** The tokens between two offsets, joined by blanks. */
    public String words(int start, int end) {
        List<String> words = new ArrayList<>();
        tokens(start, end).forEach(token -> words.add(original(token)));
        return String.join(" ", words);
    }
}
