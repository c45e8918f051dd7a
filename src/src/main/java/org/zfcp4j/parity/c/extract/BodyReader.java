// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zfcp4j.parity.c.parse.Syntax;
import org.zfcp4j.parity.c.prepass.Prepared;
import org.zfcp4j.parity.c.value.Numbers;
import org.zfcp4j.parity.facts.AssignmentFact;
import org.zfcp4j.parity.facts.AtomicFact;
import org.zfcp4j.parity.facts.CallFact;
import org.zfcp4j.parity.facts.ConstantUse;
import org.zfcp4j.parity.facts.FunctionFacts;
import org.zfcp4j.parity.facts.LockFact;
import org.zfcp4j.parity.facts.SwitchFact;
import org.zfcp4j.parity.facts.TagUse;

/** Reads what a function does. */
public final class BodyReader {
    /** The longest text that a trace record holds for a tag. */
    private static final int TAG_LENGTH = 7;

    private final Definition definition;
    private final Vocabulary vocabulary;
    private final Prepared text;
    private final List<Found<CallFact>> calls = new ArrayList<>();
    private final List<LockFact> locks = new ArrayList<>();
    private final List<AtomicFact> atomics = new ArrayList<>();
    private final List<AssignmentFact> assignments = new ArrayList<>();
    private final List<SwitchFact> switches = new ArrayList<>();
    private final List<Found<TagUse>> tags = new ArrayList<>();
    private final List<Found<String>> constants = new ArrayList<>();
    private final List<ConstantUse> constantUses = new ArrayList<>();
    private final Set<String> references = new LinkedHashSet<>();
    private final Set<String> returns = new LinkedHashSet<>();
    private final Map<String, List<Found<String>>> textVariables = new HashMap<>();

    /** Something at an offset of the text. */
    record Found<T>(int offset, T what) {
    }

    private BodyReader(Definition definition, Vocabulary vocabulary) {
        this.definition = definition;
        this.vocabulary = vocabulary;
        this.text = definition.parsed().prepared();
    }

    /** All facts of a function. */
    public static FunctionFacts read(Definition definition, Vocabulary vocabulary, boolean exported) {
        return new BodyReader(definition, vocabulary).facts(exported);
    }

    private FunctionFacts facts(boolean exported) {
        Syntax body = definition.body();
        visit(body);
        calls.sort(Comparator.comparingInt(Found::offset));
        tags.sort(Comparator.comparingInt(Found::offset));
        switches(body);
        return new FunctionFacts(definition.name(), definition.place(), definition.nameLine(), definition.endLine(),
                definition.isStatic(), definition.inline(), exported, definition.generatedBy(), definition.returnType(),
                definition.parameterNames(), definition.parameterTypes(), calls.stream().map(Found::what).toList(),
                List.copyOf(references), constants.stream().map(Found::what).distinct().toList(), constantUses, locks, atomics,
                assignments, switches, List.copyOf(returns), tags.stream().map(Found::what).toList(),
                text.words(body.start(), body.end()));
    }

    private String source(Syntax node) {
        return text.source(node.start(), node.end());
    }

    private int line(Syntax node) {
        return text.line(node.start());
    }

    private void visit(Syntax node) {
        switch (node.type()) {
            case "call_expression" -> call(node);
            case "assignment_expression" -> assignment(node);
            case "update_expression" -> update(node);
            case "identifier", "null" -> identifier(node);
            case "number_literal" -> number(node);
            case "initializer_pair" -> designated(node);
            case "return_statement" -> returned(node);
            case "init_declarator" -> textVariable(node.child("declarator"), node.child("value"));
            default -> {
                // what is inside counts
            }
        }
        node.children().forEach(this::visit);
    }

    // --- calls ---

    /** The node that names what is called: an identifier or a member; null if it is a cast in truth. */
    private static Syntax callee(Syntax call) {
        Syntax function = call.child("function");
        boolean parenthesised = false;
        while (function.is("parenthesized_expression") && function.namedChildren().size() == 1) {
            function = function.namedChildren().get(0);
            parenthesised = true;
        }
        if (function.is("field_expression")) {
            return function.child("field");
        }
        return function.is("identifier") && !parenthesised ? function : null;
    }

    private void call(Syntax call) {
        Syntax name = callee(call);
        Syntax list = call.child("arguments");
        if (name == null || list == null || !list.is("argument_list")) {
            return;
        }
        String callee = (name.is("field_identifier") ? "->" : "") + source(name);
        List<Syntax> arguments = list.namedChildren();
        List<String> texts = arguments.stream().map(this::source).toList();
        calls.add(new Found<>(name.start(), new CallFact(callee, line(name), texts)));
        if (callee.equals("WRITE_ONCE") && arguments.size() == 2) {
            Syntax member = member(arguments.get(0));
            if (member != null) {
                assignments.add(new AssignmentFact(texts.get(0), source(member), "=", texts.get(1), line(name)));
            }
        }
        if (Operations.isLock(callee)) {
            locks.add(new LockFact(callee, texts.isEmpty() ? "" : texts.get(0), line(name)));
        } else if (Operations.isAtomic(callee)) {
            atomics.add(new AtomicFact(callee, texts, line(name)));
        }
        for (int i = 0; i < arguments.size(); i++) {
            tag(callee, arguments, texts, i);
        }
    }

    private void tag(String callee, List<Syntax> arguments, List<String> texts, int i) {
        Syntax argument = arguments.get(i);
        String kind = vocabulary.tagKind(callee, i);
        if (kind == null && callee.equals("memcpy") && i == 1) {
            kind = texts.get(0).endsWith("area") ? "payload area" : texts.get(0).endsWith("tag") ? "tag prefix" : null;
        } else if (kind == null && (callee.equals("memcmp") || callee.equals("strncmp"))) {
            kind = texts.stream().anyMatch(other -> other.endsWith("tag")) ? "tag (compared)" : null;
        }
        if (kind != null) {
            addTags(argument, callee, kind);
        }
    }

    private void addTags(Syntax argument, String callee, String kind) {
        for (Syntax string : strings(argument)) {
            addTag(string.start(), content(string), callee, kind);
        }
        if (argument.is("identifier")) {
            textVariables.getOrDefault(source(argument), List.of())
                    .forEach(value -> addTag(value.offset(), value.what(), callee, kind));
        }
    }

    private void addTag(int offset, String tag, String callee, String kind) {
        if (!tag.isEmpty() && tag.length() <= TAG_LENGTH) {
            tags.add(new Found<>(offset, new TagUse(tag, callee, text.line(offset), kind)));
        }
    }

    /** The strings that an argument may be. */
    private static List<Syntax> strings(Syntax argument) {
        return switch (argument.type()) {
            case "string_literal" -> List.of(argument);
            case "conditional_expression", "parenthesized_expression" -> argument.namedChildren().stream()
                    .flatMap(child -> strings(child).stream()).toList();
            default -> List.of();
        };
    }

    private String content(Syntax string) {
        String quoted = source(string);
        return quoted.substring(1, quoted.length() - 1);
    }

    private void textVariable(Syntax variable, Syntax value) {
        Syntax name = variable;
        while (name != null && !name.is("identifier")) {
            name = name.child("declarator");
        }
        if (name != null && value != null && value.is("string_literal")) {
            textVariables.computeIfAbsent(source(name), values -> new ArrayList<>())
                    .add(new Found<>(value.start(), content(value)));
        }
    }

    // --- assignments ---

    private void assignment(Syntax node) {
        Syntax left = node.child("left");
        Syntax right = node.child("right");
        if (left.is("identifier")) {
            textVariable(left, right);
        }
        Syntax member = member(left);
        if (member != null) {
            assignments.add(new AssignmentFact(source(left), source(member), source(node.child("operator")), source(right),
                    line(node)));
        }
    }

    private void update(Syntax node) {
        Syntax target = node.child("argument");
        Syntax member = member(target);
        if (member != null) {
            assignments.add(new AssignmentFact(source(target), source(member), source(node.child("operator")), "", line(node)));
        }
    }

    private void designated(Syntax pair) {
        Syntax designator = pair.child("designator");
        if (designator != null && designator.is("field_designator")) {
            Syntax member = designator.namedChildren().get(0);
            assignments.add(new AssignmentFact(source(designator), source(member), "=", source(pair.child("value")), line(pair)));
        }
    }

    /** The member that an expression on the left side ends with; null if it is a variable. */
    private static Syntax member(Syntax left) {
        return switch (left.type()) {
            case "field_expression" -> left.child("field");
            case "subscript_expression" -> member(left.child("argument"));
            case "parenthesized_expression" -> left.namedChildren().size() == 1 ? member(left.namedChildren().get(0)) : null;
            default -> null;
        };
    }

    // --- names ---

    private void identifier(Syntax node) {
        String name = source(node);
        Syntax parent = node.parent();
        boolean called = parent.is("call_expression") && callee(parent) == node;
        if (vocabulary.isFunction(name) && !called && !parent.is("init_declarator")) {
            references.add(name);
        }
        if (called || !vocabulary.constant().test(name)) {
            return;
        }
        if (!name.equals("NULL")) {
            constants.add(new Found<>(node.start(), name));
        }
        use(node, name);
    }

    private static boolean isOperator(Syntax node, Set<String> operators) {
        Syntax operator = node.child("operator");
        return operator != null && operators.contains(operator.type());
    }

    private boolean constantOnly(Syntax node) {
        return switch (node.type()) {
            case "identifier" -> vocabulary.constant().test(source(node));
            case "null" -> vocabulary.constant().test("NULL");
            case "parenthesized_expression" -> node.namedChildren().size() == 1 && constantOnly(node.namedChildren().get(0));
            case "unary_expression" -> isOperator(node, Set.of("-", "~")) && constantOnly(node.child("argument"));
            case "binary_expression" -> isOperator(node, Set.of("|")) && constantOnly(node.child("left"))
                    && constantOnly(node.child("right"));
            default -> false;
        };
    }

    /** Notes a use of a constant at the largest expression that consists of constants alone. */
    private void use(Syntax node, String name) {
        Syntax whole = node;
        while (constantOnly(whole.parent())) {
            whole = whole.parent();
        }
        if (first(whole) != node || whole.parent().is("case_statement") && "value".equals(whole.field())) {
            return;
        }
        while (whole.parent().is("parenthesized_expression")) {
            whole = whole.parent();
        }
        StringBuilder names = new StringBuilder();
        text.tokens(whole.start(), whole.end()).stream().filter(token -> !token.is("(") && !token.is(")"))
                .forEach(token -> names.append(text.original(token)));
        Syntax parent = whole.parent();
        boolean mask = isOperator(parent, Set.of("&", "|", "^", "|=", "&=", "^=", "~"))
                && (parent.is("binary_expression") || parent.is("assignment_expression") || parent.is("unary_expression"));
        Syntax callee = driverCall(whole);
        constantUses.add(new ConstantUse(names.toString(), callee == null ? "" : source(callee), callee == null ? 0 : line(callee),
                mask, line(node)));
    }

    /** The name of the innermost function of the driver that an expression is part of an argument of; null if there is none. */
    private Syntax driverCall(Syntax expression) {
        for (Syntax at = expression; at != null && !at.type().endsWith("statement"); at = at.parent()) {
            Syntax call = at.is("argument_list") ? at.parent() : null;
            Syntax callee = call != null && call.is("call_expression") ? callee(call) : null;
            if (callee != null && vocabulary.isFunction(source(callee))) {
                return callee;
            }
        }
        return null;
    }

    /** Numbers count as constants where the driver is called with them, but for those that say no more than yes and no. */
    private void number(Syntax node) {
        Syntax callee = driverCall(node);
        Long value = callee == null ? null : Numbers.valueOf(source(node));
        if (value != null && value != 0 && value != 1) {
            constantUses.add(new ConstantUse(value.toString(), source(callee), line(callee), false, line(node)));
        }
    }

    private static Syntax first(Syntax node) {
        return switch (node.type()) {
            case "parenthesized_expression" -> first(node.namedChildren().get(0));
            case "unary_expression" -> first(node.child("argument"));
            case "binary_expression" -> first(node.child("left"));
            default -> node;
        };
    }

    // --- statements ---

    private void returned(Syntax node) {
        List<Syntax> values = node.namedChildren();
        if (values.isEmpty()) {
            return;
        }
        Syntax value = values.get(0);
        returns.add(simple(value) ? source(value) : "(expression)");
    }

    private boolean simple(Syntax value) {
        return switch (value.type()) {
            case "identifier", "number_literal", "true", "false", "null" -> true;
            case "unary_expression" -> isOperator(value, Set.of("-")) && simple(value.child("argument"));
            case "call_expression" -> {
                String function = source(value.child("function"));
                yield function.equals("ERR_PTR") || function.equals("PTR_ERR");
            }
            default -> false;
        };
    }

    private void switches(Syntax node) {
        if (node.is("switch_statement")) {
            switches.add(new SwitchReader(text, calls, tags, constants).read(node));
        }
        node.children().forEach(this::switches);
    }
}
