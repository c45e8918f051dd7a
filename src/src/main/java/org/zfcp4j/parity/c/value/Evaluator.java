// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.value;

import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.parity.c.lex.Token;

/** Evaluates integer constant expressions whose macros are expanded. */
public final class Evaluator {
    private static final int MAX_DEPTH = 200;
    private static final int CHARACTER_START = 1;
    private static final String[][] LEVELS = {{"||"}, {"&&"}, {"|"}, {"^"}, {"&"}, {"==", "!="}, {"<", ">", "<=", ">="},
        {"<<", ">>"}, {"+", "-"}, {"*", "/", "%"}};

    private final List<Token> tokens;
    private final Names names;
    private int at;
    private int depth;
    /** A name without a value that was met; it does no harm in the branch of a condition that is not taken. */
    private NotConstantException unknown;

    private Evaluator(List<Token> tokens, Names names) {
        this.tokens = tokens;
        this.names = names;
    }

    /**
     * The value of an expression.
     *
     * @throws NotConstantException if the tokens are no expression, or not a constant one
     */
    public static Value evaluate(List<Token> tokens, Names names) throws NotConstantException {
        if (tokens.isEmpty()) {
            throw new NotConstantException("empty");
        }
        Evaluator evaluator = new Evaluator(tokens, names);
        Value value = evaluator.conditional();
        if (evaluator.unknown != null) {
            throw evaluator.unknown;
        }
        if (evaluator.at < tokens.size()) {
            throw new NotConstantException("unexpected " + tokens.get(evaluator.at).text());
        }
        return value;
    }

    private boolean peek(String text) {
        return at < tokens.size() && tokens.get(at).is(text);
    }

    private boolean accept(String text) {
        if (peek(text)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String text) throws NotConstantException {
        if (!accept(text)) {
            throw new NotConstantException("no " + text);
        }
    }

    private Value conditional() throws NotConstantException {
        if (++depth > MAX_DEPTH) {
            throw new NotConstantException("nested too deep");
        }
        Value condition = binary(0);
        if (accept("?")) {
            if (accept(":")) {
                Value no = conditional();
                depth--;
                return condition.isTrue() ? condition.convertedWith(no) : no.convertedWith(condition);
            }
            NotConstantException before = unknown;
            Value yes = conditional();
            NotConstantException inYes = unknown;
            unknown = before;
            expect(":");
            Value no = conditional();
            unknown = condition.isTrue() ? inYes : unknown;
            depth--;
            return condition.isTrue() ? yes.convertedWith(no) : no.convertedWith(yes);
        }
        depth--;
        return condition;
    }

    private Value binary(int level) throws NotConstantException {
        if (level == LEVELS.length) {
            return unary();
        }
        Value left = binary(level + 1);
        while (true) {
            String operator = null;
            for (String candidate : LEVELS[level]) {
                if (peek(candidate)) {
                    operator = candidate;
                }
            }
            if (operator == null) {
                return left;
            }
            at++;
            left = apply(operator, left, binary(level + 1));
        }
    }

    private static Value apply(String operator, Value left, Value right) throws NotConstantException {
        Value a = left.convertedWith(right);
        Value b = right.convertedWith(left);
        long x = a.bits();
        long y = b.bits();
        int compared = a.signed() ? Long.compare(x, y) : Long.compareUnsigned(x, y);
        return switch (operator) {
            case "||" -> truth(left.isTrue() || right.isTrue());
            case "&&" -> truth(left.isTrue() && right.isTrue());
            case "|" -> Value.of(x | y, a.size(), a.signed());
            case "^" -> Value.of(x ^ y, a.size(), a.signed());
            case "&" -> Value.of(x & y, a.size(), a.signed());
            case "==" -> truth(compared == 0);
            case "!=" -> truth(compared != 0);
            case "<" -> truth(compared < 0);
            case ">" -> truth(compared > 0);
            case "<=" -> truth(compared <= 0);
            case ">=" -> truth(compared >= 0);
            case "<<", ">>" -> shift(operator, left.promoted(), right.bits());
            case "+" -> Value.of(x + y, a.size(), a.signed());
            case "-" -> Value.of(x - y, a.size(), a.signed());
            case "*" -> Value.of(x * y, a.size(), a.signed());
            default -> divide(operator, a, b);
        };
    }

    private static Value truth(boolean value) {
        return Value.ofInt(value ? 1 : 0);
    }

    private static Value shift(String operator, Value value, long by) throws NotConstantException {
        if (by < 0 || by >= 8L * value.size()) {
            throw new NotConstantException("shift by " + by);
        }
        long bits = operator.equals("<<") ? value.bits() << by : value.signed() ? value.bits() >> by : value.bits() >>> by;
        return Value.of(bits, value.size(), value.signed());
    }

    private static Value divide(String operator, Value a, Value b) throws NotConstantException {
        if (b.bits() == 0) {
            throw new NotConstantException("division by zero");
        }
        long bits = operator.equals("/")
                ? a.signed() ? a.bits() / b.bits() : Long.divideUnsigned(a.bits(), b.bits())
                : a.signed() ? a.bits() % b.bits() : Long.remainderUnsigned(a.bits(), b.bits());
        return Value.of(bits, a.size(), a.signed());
    }

    private Value unary() throws NotConstantException {
        if (at >= tokens.size()) {
            throw new NotConstantException("ends early");
        }
        if (++depth > MAX_DEPTH) {
            throw new NotConstantException("nested too deep");
        }
        Value value = unaryAt(tokens.get(at));
        depth--;
        return value;
    }

    private Value unaryAt(Token token) throws NotConstantException {
        if (token.is("-") || token.is("~") || token.is("+") || token.is("!")) {
            at++;
            Value operand = unary();
            Value value = operand.promoted();
            return switch (token.text()) {
                case "-" -> Value.of(-value.bits(), value.size(), value.signed());
                case "~" -> Value.of(~value.bits(), value.size(), value.signed());
                case "!" -> truth(!operand.isTrue());
                default -> value;
            };
        }
        if (token.is("sizeof")) {
            at++;
            return sizeOf();
        }
        if (token.is("offsetof") || token.is("__builtin_offsetof")) {
            at++;
            List<Token> inside = parenthesised();
            int comma = comma(inside);
            return Value.ofUnsignedLong(
                    names.offsetOfMember(inside.subList(0, comma), inside.subList(comma + 1, inside.size())));
        }
        if (token.is("__extension__") || token.is("__force")) {
            at++;
            return unary();
        }
        if (token.is("(")) {
            return parenthesis();
        }
        at++;
        return switch (token.kind()) {
            case NUMBER -> Numbers.parse(token.text());
            case CHARACTER -> character(token.text());
            case NAME -> named(token.text());
            default -> throw new NotConstantException("unexpected " + token.text());
        };
    }

    private Value named(String name) {
        try {
            return names.enumerator(name);
        } catch (NotConstantException e) {
            unknown = e;
            return Value.ZERO;
        }
    }

    private Value parenthesis() throws NotConstantException {
        int start = at;
        List<Token> inside = parenthesised();
        Names.TypeShape type = names.type(inside);
        if (type != null) {
            Value value = unary();
            if (!type.scalar()) {
                throw new NotConstantException("cast to a structure");
            }
            return Value.of(value.bits(), (int) type.size(), type.signed());
        }
        at = start + 1;
        Value value = conditional();
        expect(")");
        return value;
    }

    /** The tokens between the parenthesis here and the one that closes it. */
    private List<Token> parenthesised() throws NotConstantException {
        expect("(");
        int start = at;
        int open = 1;
        for (; at < tokens.size(); at++) {
            if (tokens.get(at).is("(")) {
                open++;
            } else if (tokens.get(at).is(")") && --open == 0) {
                return tokens.subList(start, at++);
            }
        }
        throw new NotConstantException("no )");
    }

    private Value sizeOf() throws NotConstantException {
        List<Token> inside = parenthesised();
        Names.TypeShape type = names.type(inside);
        if (type != null) {
            return Value.ofUnsignedLong(type.size());
        }
        return Value.ofUnsignedLong(sizeOfExpression(inside));
    }

    /** The size of {@code ((type *) 0)->member}, or of an expression of integers. */
    private long sizeOfExpression(List<Token> expression) throws NotConstantException {
        int arrow = -1;
        for (int i = 0; i < expression.size(); i++) {
            if (expression.get(i).is("->")) {
                arrow = i;
                break;
            }
        }
        if (arrow > 0) {
            List<Token> type = new ArrayList<>(expression.subList(0, arrow));
            type.removeIf(token -> token.is("(") || token.is(")") || token.is("*") || token.is("0") || token.is("NULL"));
            return names.sizeOfMember(type, expression.subList(arrow + 1, expression.size()));
        }
        return evaluate(expression, names).promoted().size();
    }

    private static int comma(List<Token> tokens) throws NotConstantException {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(",")) {
                return i;
            }
        }
        throw new NotConstantException("offsetof without a member");
    }

    private static Value character(String text) throws NotConstantException {
        String inside = text.substring(CHARACTER_START, Math.max(CHARACTER_START, text.length() - 1));
        if (inside.length() == 1) {
            return Value.ofInt(inside.charAt(0));
        }
        if (inside.length() == 2 && inside.charAt(0) == '\\') {
            int known = "0abtnvfr".indexOf(inside.charAt(1));
            return Value.ofInt(known == 0 ? 0 : known > 0 ? known + 6 : inside.charAt(1));
        }
        throw new NotConstantException("character " + text);
    }
}
