// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.zfcp4j.parity.c.parse.Syntax;
import org.zfcp4j.parity.c.prepass.Prepared;
import org.zfcp4j.parity.facts.CallFact;
import org.zfcp4j.parity.facts.CaseGroup;
import org.zfcp4j.parity.facts.SwitchFact;
import org.zfcp4j.parity.facts.TagUse;

/** Reads the groups of a switch: labels that share statements, and what of the function lies between them. */
final class SwitchReader {
    private static final Set<String> LEAVES = Set.of("break_statement", "return_statement", "goto_statement",
            "continue_statement");

    private final Prepared text;
    private final List<BodyReader.Found<CallFact>> calls;
    private final List<BodyReader.Found<TagUse>> tags;
    private final List<BodyReader.Found<String>> constants;

    SwitchReader(Prepared text, List<BodyReader.Found<CallFact>> calls, List<BodyReader.Found<TagUse>> tags,
            List<BodyReader.Found<String>> constants) {
        this.text = text;
        this.calls = calls;
        this.tags = tags;
        this.constants = constants;
    }

    SwitchFact read(Syntax statement) {
        Syntax condition = statement.child("condition");
        String expression = condition.is("parenthesized_expression")
                ? text.source(condition.start() + 1, condition.end() - 1).strip()
                : text.source(condition.start(), condition.end());
        List<CaseGroup> groups = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        int line = 0;
        List<Syntax> cases = statement.child("body").childrenOf("case_statement");
        for (int i = 0; i < cases.size(); i++) {
            Syntax label = cases.get(i);
            if (labels.isEmpty()) {
                line = text.line(label.start());
            }
            Syntax value = label.child("value");
            labels.add(value == null ? "default" : text.source(value.start(), value.end()));
            List<Syntax> statements = statements(label);
            if (statements.isEmpty() && i < cases.size() - 1) {
                continue;
            }
            boolean last = i == cases.size() - 1;
            int start = statements.isEmpty() ? label.end() : statements.get(0).start();
            groups.add(group(labels, line, start, label.end(), !last && fallsThrough(statements)));
            labels.clear();
        }
        return new SwitchFact(expression, text.line(statement.start()), groups);
    }

    /** What follows the colon. */
    private static List<Syntax> statements(Syntax label) {
        List<Syntax> children = label.children();
        int colon = 0;
        while (colon < children.size() && !children.get(colon).is(":")) {
            colon++;
        }
        return children.subList(Math.min(colon + 1, children.size()), children.size()).stream()
                .filter(child -> child.named() && !child.is("comment")).toList();
    }

    private static boolean fallsThrough(List<Syntax> statements) {
        if (statements.isEmpty()) {
            return false;
        }
        Syntax last = statements.get(statements.size() - 1);
        if (last.is("compound_statement")) {
            return fallsThrough(last.namedChildren());
        }
        if (last.is("if_statement") && last.child("alternative") != null) {
            return fallsThrough(List.of(last.child("consequence"))) || fallsThrough(last.child("alternative").namedChildren());
        }
        return !LEAVES.contains(last.type());
    }

    private CaseGroup group(List<String> labels, int line, int start, int end, boolean falls) {
        return new CaseGroup(labels, line, between(calls, start, end).stream().map(CallFact::callee).toList(),
                between(tags, start, end).stream().map(TagUse::tag).toList(),
                between(constants, start, end).stream().distinct().toList(), falls);
    }

    private static <T> List<T> between(List<BodyReader.Found<T>> found, int start, int end) {
        return found.stream().filter(each -> each.offset() >= start && each.offset() < end).map(BodyReader.Found::what)
                .toList();
    }
}
