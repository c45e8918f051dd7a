// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.prepass;

import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.parity.c.lex.Token;
import org.zfcp4j.parity.c.value.Evaluator;
import org.zfcp4j.parity.c.value.Names;
import org.zfcp4j.parity.c.value.NotConstantException;
import org.zfcp4j.parity.c.value.Value;

/** The condition of an {@code #if}. One that cannot be evaluated does not hold. */
final class Condition {
    /** In a condition, a name that is no macro is zero, and there are no types. */
    private static final Names ZERO = new Names() {
        @Override
        public Value enumerator(String name) {
            return Value.ZERO;
        }

        @Override
        public TypeShape type(List<Token> tokens) {
            return null;
        }
    };

    private Condition() {
    }

    static boolean holds(List<Token> tokens, MacroTable macros) {
        try {
            return Evaluator.evaluate(new Expander(macros).expand(withoutQuestions(tokens, macros)), ZERO).isTrue();
        } catch (NotConstantException | Expander.TooLargeException e) {
            return false;
        }
    }

    /** Answers {@code defined}, {@code IS_ENABLED} and the like, which must not see their argument expanded. */
    private static List<Token> withoutQuestions(List<Token> tokens, MacroTable macros) {
        List<Token> out = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean question = token.is("defined") || token.is("IS_ENABLED") || token.is("IS_BUILTIN")
                    || token.is("IS_REACHABLE") || token.is("IS_MODULE");
            boolean has = token.is("__has_attribute") || token.is("__has_include") || token.is("__has_builtin")
                    || token.is("__has_feature");
            if (!question && !has) {
                out.add(token);
                continue;
            }
            boolean open = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
            int name = open ? i + 2 : i + 1;
            boolean yes = question && !token.is("IS_MODULE") && name < tokens.size()
                    && macros.isDefined(tokens.get(name).text());
            out.add(new Token(Token.Kind.NUMBER, yes ? "1" : "0", token.line(), true, false));
            i = name;
            while (open && i < tokens.size() && !tokens.get(i).is(")")) {
                i++;
            }
        }
        return out;
    }
}
