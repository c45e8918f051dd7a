// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.prepass;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zfcp4j.parity.c.lex.Lexer;
import org.zfcp4j.parity.c.lex.Token;

/**
 * Turns what kernel headers and sources write with the help of macros into what the grammar of C knows: annotations are left
 * out or become attributes, loops that macros make become {@code while} loops, types among the arguments of a macro become names,
 * members that macros make are expanded, bit fields without a name get one, {@code asm} is left out. Macros at the top level that
 * make functions are expanded on their own.
 */
public final class Grammatical {
    /** Begins names that stand for several tokens. */
    private static final String JOINED = "__joined_";
    /** Begins the names of bit fields that have none. */
    public static final String UNNAMED = "__unnamed_";

    private static final Set<String> CONTROL = Set.of("if", "while", "for", "switch");
    private static final Set<String> KEYWORDS = Set.of("if", "while", "for", "switch", "return", "sizeof", "do", "else",
            "case", "default", "goto", "typeof", "__typeof__", "__attribute__", "_Static_assert", "defined", "_Alignof",
            "__alignof__", "struct", "union", "enum", "static", "const", "extern", "inline", "volatile", "typedef", "int",
            "void", "char", "long", "short", "unsigned", "signed", "_Bool", "bool");
    private static final Set<String> TYPE_WORDS = Set.of("int", "void", "char", "long", "short", "unsigned", "signed",
            "const", "volatile", "struct", "union", "enum", "float", "double");
    private static final Set<String> STORAGE = Set.of("static", "const", "extern", "inline");

    /** What a brace encloses. */
    private enum Context {
        TOP, STRUCTURE, ENUMERATION, FUNCTION, INITIALIZER
    }

    /**
     * A function or more that a macro makes at the top level.
     *
     * @param macro its name
     * @param line of its use
     * @param tokens what it expands to
     */
    public record Generated(String macro, int line, List<Token> tokens) {
    }

    private final MacroTable macros;
    private final String file;
    private final List<Token> in;
    private final List<Token> out = new ArrayList<>();
    private final Deque<Context> contexts = new ArrayDeque<>();
    private final Set<Integer> statementStarts = new HashSet<>();
    private final Map<String, String> joined = new HashMap<>();
    private final List<Generated> generated = new ArrayList<>();
    private final Set<String> exported = new HashSet<>();
    private int unnamed;
    private Context nextBrace;
    private int memberStart;

    private Grammatical(List<Token> tokens, MacroTable macros, String file) {
        this.in = new ArrayList<>(tokens);
        this.macros = macros;
        this.file = file;
        contexts.push(Context.TOP);
    }

    /** The text for the parser. */
    public static Prepared of(List<Token> tokens, MacroTable macros, String file) {
        Grammatical grammatical = new Grammatical(tokens, macros, file);
        grammatical.rewrite();
        return new Prepared(grammatical.out, grammatical.joined, grammatical.generated, grammatical.exported);
    }

    private Token token(int i) {
        return i < in.size() ? in.get(i) : new Token(Token.Kind.PUNCTUATOR, "", 0, false, false);
    }

    private boolean is(int i, String text) {
        return i < in.size() && in.get(i).is(text);
    }

    private Token last() {
        return out.isEmpty() ? new Token(Token.Kind.PUNCTUATOR, ";", 0, false, false) : out.getLast();
    }

    /** The place of the parenthesis or brace that closes the one at {@code open}; the end if there is none. */
    private int close(int open) {
        int depth = 0;
        for (int i = open; i < in.size(); i++) {
            Token token = in.get(i);
            if (token.is("(") || token.is("[") || token.is("{")) {
                depth++;
            } else if ((token.is(")") || token.is("]") || token.is("}")) && --depth == 0) {
                return i;
            }
        }
        return in.size() - 1;
    }

    private void rewrite() {
        int i = 0;
        while (i < in.size()) {
            int next = annotation(i);
            if (next < 0) {
                next = switch (contexts.peek()) {
                    case TOP -> topLevel(i);
                    case STRUCTURE -> member(i);
                    case FUNCTION -> statement(i);
                    default -> -1;
                };
            }
            if (next < 0) {
                next = typeArgument(i);
            }
            if (next < 0) {
                brace(i);
                out.add(in.get(i));
                next = i + 1;
            }
            i = next;
        }
    }

    /** Leaves an annotation out, or makes an attribute of it; -1 if there is none. */
    private int annotation(int i) {
        Token token = in.get(i);
        if (!token.isName()) {
            return -1;
        }
        String name = token.text();
        if (Annotations.PLAIN.contains(name)) {
            return i + 1;
        }
        if (Annotations.WITH_ARGUMENTS.contains(name) && is(i + 1, "(")) {
            return close(i + 1) + 1;
        }
        if (Annotations.INLINE.contains(name)) {
            out.add(token.name("inline"));
            return i + 1;
        }
        if ((name.equals("asm") || name.equals("__asm__") || name.equals("__asm") || name.equals("asm_inline"))) {
            int at = i + 1;
            while (token(at).isName()) {
                at++;
            }
            return is(at, "(") ? close(at) + 1 : -1;
        }
        Macro macro = macros.get(name);
        if (macro != null && !macro.functionLike() && !macro.body().isEmpty() && macro.body().get(0).is("__attribute__")
                && attribute(i) == null) {
            in.remove(i);
            in.addAll(i, macro.body().stream().map(each -> each.at(token.line())).toList());
            return i;
        }
        if (macro != null && makesStructure(macro, i)) {
            List<Token> expansion = new Expander(macros).expand(in.subList(i, close(i + 1) + 1));
            in.subList(i, close(i + 1) + 1).clear();
            in.addAll(i, expansion);
            return i;
        }
        String attribute = attribute(i);
        return attribute == null ? -1 : attributes(i, attribute);
    }

    /** Does a macro with arguments stand for the head of a structure whose members follow? */
    private boolean makesStructure(Macro macro, int i) {
        return macro.functionLike() && !macro.body().isEmpty() && macro.body().get(0).is("struct") && is(i + 1, "(")
                && is(close(i + 1) + 1, "{");
    }

    /** The attribute that stands at {@code i} under a name of its own or as such; null if there is none. */
    private String attribute(int i) {
        return switch (token(i).text()) {
            case "__packed" -> "packed";
            case "__aligned", "__attribute__" -> is(i + 1, "(") ? "" : null;
            case "____cacheline_aligned", "____cacheline_aligned_in_smp", "__cacheline_aligned",
                    "____cacheline_internodealigned_in_smp" -> "aligned(256)";
            default -> null;
        };
    }

    /** Several attributes in a row become one; those that do not concern the layout are left out. */
    private int attributes(int i, String first) {
        List<Token> kept = new ArrayList<>();
        int at = i;
        for (String attribute = first; attribute != null; attribute = attribute(at)) {
            List<Token> content = new ArrayList<>();
            if (!attribute.isEmpty()) {
                content.addAll(Lexer.tokens(attribute));
                at++;
            } else {
                int end = close(at + 1);
                if (is(at, "__aligned")) {
                    content.addAll(Lexer.tokens("aligned"));
                    content.addAll(in.subList(at + 1, end + 1));
                } else {
                    content.addAll(in.subList(Math.min(at + 3, end), Math.max(at + 3, end - 1)));
                }
                at = end + 1;
            }
            if (content.stream().anyMatch(t -> t.is("packed") || t.is("__packed__") || t.is("aligned") || t.is("__aligned__"))) {
                if (!kept.isEmpty()) {
                    kept.add(in.get(i).punctuator(","));
                }
                kept.addAll(content);
            }
        }
        if (!kept.isEmpty()) {
            int line = in.get(i).line();
            List<Token> whole = new ArrayList<>(Lexer.tokens("__attribute__(("));
            whole.addAll(kept);
            whole.addAll(Lexer.tokens("))"));
            whole.forEach(token -> out.add(new Token(token.kind(), token.text(), line, true, false)));
        }
        return at;
    }

    private void brace(int i) {
        Token token = in.get(i);
        if (token.is("struct") || token.is("union") || token.is("enum")) {
            int at = i + 1;
            while (token(at).isName() || is(at, "(")) {
                at = is(at, "(") ? close(at) + 1 : at + 1;
            }
            if (is(at, "{")) {
                nextBrace = token.is("enum") ? Context.ENUMERATION : Context.STRUCTURE;
            }
        } else if (token.is("{")) {
            Context context = nextBrace;
            nextBrace = null;
            if (context == null) {
                boolean initializer = last().is("=") || last().is(",") || last().is("(") || last().is("{")
                        && contexts.peek() == Context.INITIALIZER;
                context = contexts.peek() == Context.FUNCTION ? initializer && !statementStart(i) ? Context.INITIALIZER
                        : Context.FUNCTION
                        : contexts.peek() == Context.TOP && last().is(")") ? Context.FUNCTION : Context.INITIALIZER;
            }
            contexts.push(context);
            memberStart = out.size() + 1;
        } else if (token.is("}")) {
            if (contexts.size() > 1) {
                contexts.pop();
            }
        } else if (token.is(";")) {
            memberStart = out.size() + 1;
        }
    }

    // --- top level ---

    private int topLevel(int i) {
        Token token = in.get(i);
        boolean start = last().is(";") || last().is("}") || out.isEmpty();
        if (!start) {
            return -1;
        }
        int at = i;
        while (token(at).isName() && STORAGE.contains(token(at).text())) {
            at++;
        }
        if (token.is(";") && last().is(";")) {
            return i + 1;
        }
        if (!token(at).isName() || KEYWORDS.contains(token(at).text()) || !is(at + 1, "(")) {
            return -1;
        }
        int end = close(at + 1) + 1;
        if (is(end, "{")) {
            return -1;
        }
        // A declaration of a type that is given by a macro may go on after it: "DECLARE(x) = {…};".
        while (end < in.size() && (is(end, "=") || is(end, "{") || is(end - 1, "=") && !is(end, ";"))) {
            end = is(end, "{") ? close(end) + 1 : end + 1;
        }
        use(at, token(at));
        return is(end, ";") ? end + 1 : end;
    }

    /** A macro at the top level: its own expansion if it makes functions. */
    private void use(int at, Token name) {
        Macro macro = macros.get(name.text());
        if (name.text().startsWith("EXPORT_SYMBOL")) {
            exported.add(token(at + 2).text());
        } else if (macro != null && macro.functionLike() && macro.file().equals(file)) {
            List<Token> tokens = new Expander(macros, own -> own.file().equals(file))
                    .expand(in.subList(at, close(at + 1) + 1));
            if (tokens.stream().anyMatch(token -> token.is("{"))) {
                tokens.add(name.punctuator(";"));
                generated.add(new Generated(name.text(), name.line(), tokens));
            }
        }
    }

    // --- members of structures ---

    private int member(int i) {
        Token token = in.get(i);
        boolean start = out.size() == memberStart || last().is(";") || last().is("{") || last().is("}");
        if (start && token.isName() && is(i + 1, "(") && !is(i + 2, "*") && !KEYWORDS.contains(token.text())) {
            int end = close(i + 1);
            Macro macro = macros.get(token.text());
            List<Token> expansion = macro == null || !macro.functionLike() ? List.of()
                    : new Expander(macros, used -> used.functionLike()).expand(in.subList(i, end + 1));
            boolean semicolon = expansion.isEmpty() || expansion.getLast().is(";");
            in.subList(i, end + 1 + (semicolon && is(end + 1, ";") ? 1 : 0)).clear();
            in.addAll(i, expansion);
            return i;
        }
        if (token.is(";") && (last().is(";") || last().is("{"))) {
            return i + 1;
        }
        if (token.is(":") && unnamedBitField()) {
            out.add(token.name(UNNAMED + unnamed++));
        }
        return -1;
    }

    /** Does the colon follow a type alone, or a comma between bit fields? */
    private boolean unnamedBitField() {
        if (last().is(",")) {
            return true;
        }
        List<Token> words = out.subList(Math.min(memberStart, out.size()), out.size()).stream()
                .filter(token -> !token.is("const") && !token.is("volatile")).toList();
        boolean base = !words.isEmpty() && words.stream().allMatch(token -> TYPE_WORDS.contains(token.text()));
        return base || words.size() == 1 && words.get(0).isName();
    }

    // --- statements ---

    private boolean statementStart(int i) {
        return statementStarts.contains(i) || last().is(";") || last().is("{") || last().is("}") || last().is("else")
                || last().is("do") || last().is(":");
    }

    private int statement(int i) {
        Token token = in.get(i);
        if (token.is("case")) {
            return range(i);
        }
        if (!token.isName() || !is(i + 1, "(")) {
            return -1;
        }
        if (CONTROL.contains(token.text())) {
            statementStarts.add(close(i + 1) + 1);
            return -1;
        }
        if (KEYWORDS.contains(token.text())) {
            return -1;
        }
        int end = close(i + 1);
        if (statementStart(i) && (is(end + 1, "{") || token(end + 1).isName())) {
            statementStarts.add(end + 1);
            out.add(token.name("while"));
            out.add(token.punctuator("("));
            in.add(end + 1, in.get(end).punctuator(")"));
            statementStarts.remove(end + 1);
            statementStarts.add(end + 2);
            out.add(token);
            return i + 1;
        }
        if (token.is("offsetof")) {
            out.add(join(in.subList(i, i + 1)));
            return i + 1;
        }
        return -1;
    }

    /** A label for a range of values becomes one for a name. */
    private int range(int i) {
        int end = i + 1;
        boolean range = false;
        while (end < in.size() && !is(end, ":") && !is(end, ";")) {
            range |= is(end, "...");
            end++;
        }
        if (!range) {
            return -1;
        }
        out.add(in.get(i));
        out.add(join(in.subList(i + 1, end)));
        return end;
    }

    // --- types among arguments ---

    private int typeArgument(int i) {
        boolean argument = (last().is("(") || last().is(",")) && contexts.peek() != Context.STRUCTURE
                && contexts.peek() != Context.TOP && callArgument();
        if (!argument || !in.get(i).isName()) {
            return -1;
        }
        int at = i;
        boolean type = false;
        while (token(at).isName() && TYPE_WORDS.contains(token(at).text())) {
            type = true;
            boolean tagged = token(at).is("struct") || token(at).is("union") || token(at).is("enum");
            at += tagged && token(at + 1).isName() ? 2 : 1;
        }
        if (token(at).isName() && !type) {
            at++;
        }
        int stars = at;
        while (is(at, "*")) {
            at++;
        }
        if (!type && at == stars || !is(at, ",") && !is(at, ")")) {
            return -1;
        }
        out.add(join(in.subList(i, at)));
        return at;
    }

    /** Is the innermost open parenthesis that of a call? */
    private boolean callArgument() {
        int depth = 0;
        for (int i = out.size() - 1; i > 0; i--) {
            Token token = out.get(i);
            if (token.is(")") || token.is("]") || token.is("}")) {
                depth++;
            } else if (token.is("(") || token.is("[") || token.is("{")) {
                if (depth-- == 0) {
                    Token before = out.get(i - 1);
                    return token.is("(") && before.isName() && !KEYWORDS.contains(before.text());
                }
            } else if (token.is(";") && depth == 0) {
                return false;
            }
        }
        return false;
    }

    private Token join(List<Token> tokens) {
        StringBuilder name = new StringBuilder(JOINED);
        StringBuilder text = new StringBuilder();
        for (Token token : tokens) {
            name.append(token.isName() ? token.text() : token.is("*") ? "p" : Integer.toHexString(token.text().hashCode()))
                    .append('_');
            text.append(token.spaced() && !text.isEmpty() ? " " : "").append(token.text());
        }
        joined.put(name.toString(), text.toString());
        return tokens.get(0).name(name.toString());
    }
}
