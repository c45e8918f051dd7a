// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.prepass;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.zfcp4j.parity.c.lex.Lexer;
import org.zfcp4j.parity.c.lex.Token;
import org.zfcp4j.parity.c.lex.TokenText;

/** Expands macros. A macro is not expanded inside its own expansion. */
public final class Expander {
    /** More tokens than any expression of a kernel header makes. */
    private static final int MAX_TOKENS = 50_000;
    private static final int MAX_DEPTH = 100;

    /** An expansion larger than any sensible one. */
    public static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("a macro expands to too much", null, false, false);
        }
    }

    private final MacroTable macros;
    private final Predicate<Macro> wanted;
    /** Tokens that the expansion at hand has come by. */
    private int passed;

    public Expander(MacroTable macros) {
        this(macros, macro -> true);
    }

    /** Expands those macros only that {@code wanted} holds for. */
    public Expander(MacroTable macros, Predicate<Macro> wanted) {
        this.macros = macros;
        this.wanted = wanted;
    }

    /** The tokens with their macros expanded. */
    public List<Token> expand(List<Token> tokens) {
        List<Token> out = new ArrayList<>();
        passed = 0;
        expand(tokens, new ArrayDeque<>(), out);
        return out;
    }

    private void expand(List<Token> tokens, Deque<String> active, List<Token> out) {
        passed += tokens.size();
        if (active.size() > MAX_DEPTH || passed > MAX_TOKENS) {
            throw new TooLargeException();
        }
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Macro macro = token.isName() ? macros.get(token.text()) : null;
            if (macro == null || active.contains(macro.name()) || !wanted.test(macro)) {
                out.add(token);
            } else if (!macro.functionLike()) {
                active.push(macro.name());
                expand(at(macro.body(), token), active, out);
                active.pop();
            } else if (i + 1 < tokens.size() && tokens.get(i + 1).is("(")) {
                List<List<Token>> arguments = new ArrayList<>();
                int end = arguments(tokens, i + 1, arguments);
                if (end < 0) {
                    out.add(token);
                    continue;
                }
                List<Token> replaced = replace(macro, arguments, token, active);
                active.push(macro.name());
                expand(replaced, active, out);
                active.pop();
                i = end;
            } else {
                out.add(token);
            }
        }
    }

    private static List<Token> at(List<Token> body, Token use) {
        return body.stream().map(token -> token.at(use.line())).toList();
    }

    /** Reads arguments from the parenthesis at {@code open} on; the place of the closing one, or -1 if there is none. */
    static int arguments(List<Token> tokens, int open, List<List<Token>> arguments) {
        int depth = 0;
        List<Token> argument = new ArrayList<>();
        for (int i = open; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean opens = token.is("(") || token.is("[") || token.is("{");
            boolean closes = token.is(")") || token.is("]") || token.is("}");
            if (opens && depth++ == 0) {
                continue;
            }
            if (closes && --depth == 0) {
                arguments.add(argument);
                return i;
            }
            if (depth == 1 && token.is(",")) {
                arguments.add(argument);
                argument = new ArrayList<>();
            } else {
                argument.add(token);
            }
        }
        return -1;
    }

    private List<Token> replace(Macro macro, List<List<Token>> arguments, Token use, Deque<String> active) {
        List<Token> out = new ArrayList<>();
        List<Token> body = macro.body();
        for (int i = 0; i < body.size(); i++) {
            Token token = body.get(i);
            List<Token> argument = argument(macro, arguments, token);
            boolean pasteNext = i + 1 < body.size() && body.get(i + 1).is("##");
            boolean pasted = i > 0 && body.get(i - 1).is("##");
            if (token.is("#") && macro.functionLike() && i + 1 < body.size()
                    && argument(macro, arguments, body.get(i + 1)) != null) {
                String text = TokenText.of(argument(macro, arguments, body.get(i + 1)));
                out.add(new Token(Token.Kind.STRING, "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"",
                        use.line(), token.spaced(), false));
                i++;
            } else if (token.is("##")) {
                continue;
            } else if (argument == null) {
                add(out, List.of(token.at(use.line())), pasted);
            } else if (pasted || pasteNext) {
                // The comma of ", ## __VA_ARGS__" goes where there is nothing to follow it.
                if (argument.isEmpty() && pasted && !out.isEmpty() && out.getLast().is(",")) {
                    out.removeLast();
                } else {
                    add(out, at(argument, use), pasted && !(i > 1 && body.get(i - 2).is(",")));
                }
            } else {
                expand(at(argument, use), new ArrayDeque<>(active), out);
            }
        }
        return out;
    }

    private static void add(List<Token> out, List<Token> tokens, boolean pasted) {
        if (!pasted || out.isEmpty() || tokens.isEmpty()) {
            out.addAll(tokens);
            return;
        }
        Token left = out.removeLast();
        for (Token token : Lexer.tokens(left.text() + tokens.get(0).text())) {
            out.add(new Token(token.kind(), token.text(), left.line(), left.spaced(), left.first()));
        }
        out.addAll(tokens.subList(1, tokens.size()));
    }

    private static List<Token> argument(Macro macro, List<List<Token>> arguments, Token token) {
        if (!token.isName() || !macro.functionLike()) {
            return null;
        }
        int index = macro.parameters().indexOf(token.text());
        if (index < 0) {
            return null;
        }
        if (index >= arguments.size()) {
            return List.of();
        }
        if (!macro.variadic() || index < macro.parameters().size() - 1) {
            return arguments.get(index);
        }
        List<Token> rest = new ArrayList<>();
        for (int i = index; i < arguments.size(); i++) {
            if (i > index) {
                rest.add(token.punctuator(","));
            }
            rest.addAll(arguments.get(i));
        }
        return rest;
    }
}
