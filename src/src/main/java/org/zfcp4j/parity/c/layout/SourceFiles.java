// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zfcp4j.parity.c.lex.Lexer;
import org.zfcp4j.parity.c.lex.Token;
import org.zfcp4j.parity.c.parse.CParser;
import org.zfcp4j.parity.c.parse.Parsed;
import org.zfcp4j.parity.c.prepass.Brackets;
import org.zfcp4j.parity.c.prepass.Expander;
import org.zfcp4j.parity.c.prepass.Grammatical;
import org.zfcp4j.parity.c.prepass.Preprocessor;
import org.zfcp4j.parity.c.source.BadTreeException;

/** The files of a tree that passed the pre-processor, parsed when they are wanted. */
public final class SourceFiles {
    private final Preprocessor preprocessor;
    private final CParser parser;
    private final Map<String, List<Token>> tokens = new HashMap<>();
    private final Map<String, Parsed> parsed = new HashMap<>();

    public SourceFiles(Preprocessor preprocessor, CParser parser) {
        this.preprocessor = preprocessor;
        this.parser = parser;
    }

    public Preprocessor preprocessor() {
        return preprocessor;
    }

    /** Is there such a file, and was it included? */
    public boolean contains(String path) {
        return preprocessor.units().containsKey(path);
    }

    /** The tokens of the active lines of a file. */
    public List<Token> tokens(String path) {
        return tokens.computeIfAbsent(path, p -> Lexer.tokens(preprocessor.units().get(p).text()));
    }

    /** The syntax tree of a file. */
    public Parsed parsed(String path) throws BadTreeException {
        Parsed found = parsed.get(path);
        if (found == null) {
            found = parse(tokens(path), path);
            parsed.put(path, found);
        }
        return found;
    }

    /** The syntax tree of what a macro in a file expands to. */
    public Parsed parse(List<Token> expansion, String path) throws BadTreeException {
        String shown = preprocessor.tree().root().resolve(path).toString();
        Brackets.check(expansion, shown);
        try {
            return parser.parse(Grammatical.of(expansion, preprocessor.macrosIn(preprocessor.units().get(path)), path), shown);
        } catch (Expander.TooLargeException e) {
            throw new BadTreeException(shown + ": " + e.getMessage());
        }
    }
}
