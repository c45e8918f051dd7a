// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.zfcp4j.parity.facts.AssignmentFact;
import org.zfcp4j.parity.facts.CallFact;
import org.zfcp4j.parity.facts.ConstantFact;
import org.zfcp4j.parity.facts.FunctionFacts;
import org.zfcp4j.parity.facts.Place;
import org.zfcp4j.parity.facts.TagFact;
import org.zfcp4j.parity.facts.TagUse;

/** Follows trace tags from the call that names them to the record that they are written to. */
public final class TagTracer {
    private static final String ERP_ACTION = "ZFCP_ERP_ACTION_";
    private static final Set<String> AREAS = Set.of("rec", "hba", "san", "scsi", "pay");
    private static final int MAX_DEPTH = 12;

    /** Where a tag ends. */
    private record Trail(String area, String level, String recordId, String erpWant, List<String> prefixes) {
        private static final Trail NONE = new Trail("", "", "", "", List.of());
    }

    private final Map<String, FunctionFacts> functions;
    private final Function<String, ConstantFact> constants;

    /**
     * A tracer.
     *
     * @param functions of the driver by their names
     * @param constants by their names, null for others
     */
    public TagTracer(Map<String, FunctionFacts> functions, Function<String, ConstantFact> constants) {
        this.functions = functions;
        this.constants = constants;
    }

    /** The tags of a function. */
    public List<TagFact> tags(FunctionFacts function) {
        List<TagFact> facts = new ArrayList<>();
        for (TagUse use : function.tags()) {
            Trail trail = trail(function, use);
            String recorded = trail.prefixes().isEmpty() ? use.tag()
                    : String.join("|", trail.prefixes().stream().map(prefix -> prefix + use.tag()).toList());
            facts.add(new TagFact(use.tag(), function.name(), new Place(function.place().file(), use.line()), use.callee(),
                    use.kind(), recorded, trail.area(), trail.level(), trail.recordId(), trail.erpWant()));
        }
        return facts;
    }

    private Trail trail(FunctionFacts function, TagUse use) {
        if (use.kind().equals("payload area")) {
            FunctionFacts writer = functions.getOrDefault(use.callee(), function);
            for (CallFact call : writer.calls()) {
                if (area(call).equals("pay")) {
                    return new Trail("pay", level(writer, call.arguments().get(1), Map.of()), "", "", List.of());
                }
            }
            return Trail.NONE;
        }
        if (!use.kind().equals("tag")) {
            return Trail.NONE;
        }
        CallFact call = callOf(function, use);
        return call == null ? Trail.NONE : follow(call, tagArgument(call, use), Map.of(), function, new ArrayDeque<>());
    }

    /** The call that a tag is an argument of: the last one of its callee that starts before the tag or on its line. */
    private static CallFact callOf(FunctionFacts function, TagUse use) {
        CallFact found = null;
        for (CallFact call : function.calls()) {
            boolean named = call.arguments().stream().anyMatch(argument -> argument.contains('"' + use.tag() + '"'));
            if (call.callee().equals(use.callee()) && (named && call.line() <= use.line() || found == null)) {
                found = call;
            }
        }
        return found;
    }

    private int tagArgument(CallFact call, TagUse use) {
        for (int i = 0; i < call.arguments().size(); i++) {
            if (call.arguments().get(i).contains('"' + use.tag() + '"')) {
                return i;
            }
        }
        FunctionFacts callee = functions.get(call.callee());
        return callee == null ? 0 : Math.max(0, Math.max(callee.paramNames().indexOf("tag"), callee.paramNames().indexOf("dbftag")));
    }

    private static String lastMember(String expression) {
        return expression.substring(Math.max(expression.lastIndexOf('.'), expression.lastIndexOf('>')) + 1);
    }

    /** The trace area that a call writes to; empty if it is none that does. */
    private static String area(CallFact call) {
        if (!call.callee().equals("debug_event") || call.arguments().size() < 2) {
            return "";
        }
        String area = lastMember(call.arguments().get(0));
        return AREAS.contains(area) ? area : "";
    }

    /**
     * Follows a call with a tag among its arguments.
     *
     * @param known what the parameters of the caller are, as far as it is constant
     */
    private Trail follow(CallFact call, int argument, Map<String, String> known, FunctionFacts caller, Deque<String> callers) {
        FunctionFacts function = functions.get(call.callee());
        if (function == null || argument >= function.paramNames().size() || callers.size() > MAX_DEPTH
                || callers.contains(function.name())) {
            return Trail.NONE;
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < Math.min(call.arguments().size(), function.paramNames().size()); i++) {
            String value = call.arguments().get(i);
            parameters.put(function.paramNames().get(i), known.containsKey(value) ? known.get(value) : local(caller, value));
        }
        String want = parameters.getOrDefault("want", "");
        callers.push(function.name());
        Trail trail = inside(function, function.paramNames().get(argument), parameters, callers);
        callers.pop();
        return trail.erpWant().isEmpty() && want.startsWith(ERP_ACTION)
                ? new Trail(trail.area(), trail.level(), trail.recordId(), want, trail.prefixes()) : trail;
    }

    private Trail inside(FunctionFacts function, String tag, Map<String, String> parameters, Deque<String> callers) {
        String id = "";
        for (AssignmentFact assignment : function.assignments()) {
            if (assignment.member().equals("id") && assignment.op().equals("=")) {
                id = parameters.getOrDefault(assignment.value(), assignment.value());
            }
        }
        for (CallFact call : function.calls()) {
            String area = area(call);
            if (!id.isEmpty() && !area.isEmpty() && !area.equals("pay")) {
                return new Trail(area, level(function, call.arguments().get(1), parameters), id, "", List.of());
            }
        }
        List<String> prefixes = new ArrayList<>(new TreeSet<>(function.tags().stream()
                .filter(use -> use.kind().equals("tag prefix")).map(TagUse::tag).toList()));
        for (CallFact call : function.calls()) {
            int index = prefixes.isEmpty() ? call.arguments().indexOf(tag) : tagParameter(call);
            if (index >= 0 && functions.containsKey(call.callee())) {
                Trail trail = follow(call, index, parameters, function, callers);
                if (!trail.area().isEmpty()) {
                    return prefixes.isEmpty() ? trail
                            : new Trail(trail.area(), trail.level(), trail.recordId(), trail.erpWant(), prefixes);
                }
            }
        }
        return Trail.NONE;
    }

    private int tagParameter(CallFact call) {
        FunctionFacts callee = functions.get(call.callee());
        return callee == null ? -1 : callee.paramNames().indexOf("tag");
    }

    /** The level that an expression denotes: a number, a constant, a parameter, or a variable that is set once. */
    private String level(FunctionFacts function, String expression, Map<String, String> parameters) {
        String text = parameters.getOrDefault(expression, expression);
        ConstantFact constant = constants.apply(text);
        if (constant != null && constant.value() != null) {
            return constant.value().toString();
        }
        if (number(text)) {
            return text;
        }
        int question = text.lastIndexOf('?');
        if (question > 0) {
            TreeSet<String> levels = new TreeSet<>();
            for (String branch : text.substring(question + 1).split(":")) {
                levels.add(branch.strip());
            }
            return levels.stream().allMatch(TagTracer::number) ? String.join(" or ", levels) : "";
        }
        String value = local(function, text);
        return number(value) ? value : "";
    }

    /** The number that a local variable starts with; what it is itself if there is none. */
    private static String local(FunctionFacts function, String variable) {
        String[] words = function.body().split(" ");
        for (int i = 0; i + 2 < words.length; i++) {
            if (words[i].equals(variable) && words[i + 1].equals("=") && number(words[i + 2])) {
                return words[i + 2];
            }
        }
        return variable;
    }

    private static boolean number(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    }
}
