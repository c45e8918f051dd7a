// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity;

import com.eclipsesource.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.tree.MethodNode;

/** The same things in the same words: what a C function does in its order, and what its port does. */
final class Sequences {
    private final CFacts facts;
    private final Vocabulary vocabulary;
    private final ClassFiles classes;
    private final Map<String, List<ClassFiles.Method>> ported;
    private final Set<String> leftOut;
    private final Set<String> variables;
    private final Map<String, String> representative = new HashMap<>();
    private final Map<MethodNode, List<MethodReader.Step>> steps = new IdentityHashMap<>();

    Sequences(CFacts facts, Vocabulary vocabulary, ClassFiles classes, Set<String> leftOut) {
        this.facts = facts;
        this.vocabulary = vocabulary;
        this.classes = classes;
        this.ported = classes.ported();
        this.leftOut = leftOut;
        this.variables = classes.variables();
        // Where one method ports several functions, a call of any of them is a call of that method.
        ported.values().forEach(methods -> methods.forEach(method -> method.sources().forEach(source ->
                representative.merge(name(source), name(method.sources().get(0)), (a, b) -> a.equals(name(source)) ? b : a))));
    }

    private static String name(String source) {
        return source.substring(source.indexOf(':') + 1);
    }

    private String calledName(String function) {
        return representative.getOrDefault(function, function);
    }

    /** The steps of a C function; what is left out in Java is replaced by what it does itself. */
    List<String> ofC(CFacts.Function function) {
        return mergeCases(ofC(function, new ArrayDeque<>()));
    }

    private List<String> ofC(CFacts.Function function, Deque<String> callers) {
        callers.push(function.key());
        Map<Integer, List<String>> byLine = new TreeMap<>();
        List<String> calls = function.strings("calls");
        List<JsonObject> locks = new ArrayList<>(function.objects("lockOps"));
        List<JsonObject> atomics = new ArrayList<>(function.objects("atomicOps"));
        for (int i = 0; i < calls.size(); i++) {
            int line = function.json().get("callLines").asArray().get(i).asInt();
            byLine.computeIfAbsent(line, l -> new ArrayList<>())
                    .addAll(callOfC(function, calls.get(i), line, locks, atomics, callers));
        }
        for (JsonObject status : function.objects("statusAssignments")) {
            Long value = facts.value(status.getString("value", ""));
            byLine.computeIfAbsent(status.getInt("line", 0), l -> new ArrayList<>()).add("status" + status.getString("op", "")
                    + (value == null ? "?" : MethodReader.hex(value.intValue())));
        }
        for (CFacts.Assignment assignment : facts.assignments(function.key())) {
            if (variables.contains(assignment.member()) && !assignment.member().equals("status")) {
                byLine.computeIfAbsent(assignment.line(), l -> new ArrayList<>()).add("set(" + assignment.member() + ")");
            }
        }
        for (JsonObject statement : function.objects("switches")) {
            for (var group : statement.get("groups").asArray()) {
                TreeSet<String> labels = new TreeSet<>();
                group.asObject().get("labels").asArray().forEach(label -> {
                    Long value = facts.constant(label.asString());
                    labels.add(value == null ? label.asString() : value.toString());
                });
                labels.remove("default");
                if (!labels.isEmpty()) {
                    byLine.computeIfAbsent(group.asObject().getInt("line", 0), l -> new ArrayList<>())
                            .add(0, CFacts.caseEvent(labels));
                }
            }
        }
        callers.pop();
        List<String> events = new ArrayList<>();
        byLine.values().forEach(events::addAll);
        return events;
    }

    private List<String> callOfC(CFacts.Function function, String callee, int line, List<JsonObject> locks,
            List<JsonObject> atomics, Deque<String> callers) {
        Vocabulary.Entry entry = vocabulary.ofC(callee);
        if (entry != null) {
            return List.of(entry.event() + argumentsOfC(entry, callee, line, locks, atomics));
        }
        CFacts.Function called = facts.named(callee);
        if (called == null) {
            return List.of();
        }
        if (ported.containsKey(called.key()) && !CFacts.isAccessor(called.key())) {
            return List.of(calledName(callee) + tagOfC(function, callee, line) + numbersOfC(function, callee, line));
        }
        boolean inlined = leftOut.contains(called.key()) || CFacts.isAccessor(called.key());
        return inlined && !callers.contains(called.key()) ? ofC(called, callers) : List.of();
    }

    private String numbersOfC(CFacts.Function function, String callee, int line) {
        TreeSet<Long> numbers = new TreeSet<>();
        for (CFacts.ConstantUse use : facts.constantUses(function.key())) {
            if (use.callLine() == line && use.argumentOf().equals(callee)) {
                numbers.add(facts.value(use.names()));
            }
        }
        return MethodReader.numbers(numbers);
    }

    /** A tag stands on the line of its call or, where the call is long, on one of the next. */
    private String tagOfC(CFacts.Function function, String callee, int line) {
        for (int at = line; at <= line + 3; at++) {
            if (at > line && callsOn(function, callee, at)) {
                return "";
            }
            for (CFacts.Tag tag : facts.tags()) {
                if (tag.function().equals(function.name()) && tag.callee().equals(callee) && tag.line() == at) {
                    return "#" + tag.tag();
                }
            }
        }
        return "";
    }

    private static boolean callsOn(CFacts.Function function, String callee, int line) {
        List<String> calls = function.strings("calls");
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).equals(callee) && function.json().get("callLines").asArray().get(i).asInt() == line) {
                return true;
            }
        }
        return false;
    }

    private String argumentsOfC(Vocabulary.Entry entry, String callee, int line, List<JsonObject> locks,
            List<JsonObject> atomics) {
        if (entry.detail().startsWith("level:")) {
            return "(" + entry.detail().substring("level:".length()) + ")";
        }
        if (!entry.withObject()) {
            return "";
        }
        List<JsonObject> operations = callee.startsWith("atomic_") ? atomics : locks;
        for (JsonObject operation : operations) {
            if (operation.getString("op", "").equals(callee) && operation.getInt("line", 0) == line) {
                operations.remove(operation);
                if (operation.get("lock") != null) {
                    return "(" + lastName(operation.getString("lock", "")) + ")";
                }
                List<String> args = new ArrayList<>();
                operation.get("args").asArray().forEach(a -> args.add(a.asString()));
                String object = args.get(0).startsWith("&") ? args.get(0) : args.get(1);
                args.remove(object);
                Long value = args.isEmpty() ? null : facts.value(args.get(0));
                return "(" + variable(object)
                        + (entry.withMask() ? "," + (value == null ? "?" : MethodReader.hex(value.intValue())) : "") + ")";
            }
        }
        return "(?)";
    }

    private static String lastName(String expression) {
        return expression.replaceAll(".*(->|\\.|&)", "").replaceAll("^&|^zfcp_", "");
    }

    /** Status words and counters of attempts are those of an adapter, a port or a LUN. */
    private static String variable(String expression) {
        String name = lastName(expression);
        if (!name.equals("status") && !name.equals("erp_counter")) {
            return name;
        }
        return (expression.contains("sdev") ? "scsi_dev" : expression.matches(".*port(->|\\.)\\w+$") ? "port" : "adapter") + "."
                + name;
    }

    /** The steps of a port, those of unannotated helpers and of further parts of the same function in their place. */
    List<String> ofPort(ClassFiles.Method method) {
        List<String> events = new ArrayList<>();
        collect(method, new HashSet<>(method.sources()), null, new ArrayDeque<>(), events);
        return mergeCases(events);
    }

    /** The methods that port a function and are not parts of another one that does. */
    List<ClassFiles.Method> roots(String key) {
        List<ClassFiles.Method> methods = ported.getOrDefault(key, List.of());
        Set<ClassFiles.Method> parts = new HashSet<>();
        for (ClassFiles.Method method : methods) {
            for (MethodReader.Step step : steps(method)) {
                if (step.target() != null && !same(step.target(), method) && step.target().sources().contains(key)) {
                    methods.stream().filter(other -> same(other, step.target())).forEach(parts::add);
                }
            }
        }
        return methods.stream().filter(method -> !parts.contains(method)).toList();
    }

    private boolean isPort(ClassFiles.Method method) {
        return method.sources().stream().anyMatch(source -> facts.functions().containsKey(source) && !CFacts.isAccessor(source));
    }

    private List<MethodReader.Step> steps(ClassFiles.Method method) {
        return steps.computeIfAbsent(method.node(), node -> MethodReader.read(classes, vocabulary, facts, method));
    }

    private static boolean same(ClassFiles.Method a, ClassFiles.Method b) {
        return a.node() == b.node();
    }

    private void collect(ClassFiles.Method method, Set<String> sources, String tag, Deque<Object> callers,
            List<String> events) {
        if (callers.contains(method.node())) {
            return;
        }
        callers.push(method.node());
        for (MethodReader.Step step : steps(method)) {
            String given = step.tag() != null ? step.tag() : tag;
            if (step.target() == null) {
                events.add(step.event());
            } else if (!isPort(step.target())
                    || !same(step.target(), method) && step.target().sources().stream().anyMatch(sources::contains)) {
                collect(step.target(), sources, given, callers, events);
            } else {
                String name = calledName(name(step.target().sources().get(0)));
                events.add(name + (given == null ? "" : "#" + given) + step.numbers());
            }
        }
        callers.pop();
    }

    private static List<String> mergeCases(List<String> events) {
        List<String> merged = new ArrayList<>();
        TreeSet<String> labels = new TreeSet<>();
        for (String event : events) {
            if (event.startsWith("case(")) {
                labels.addAll(List.of(event.substring("case(".length(), event.length() - 1).split(",")));
            } else {
                if (!labels.isEmpty()) {
                    merged.add(CFacts.caseEvent(labels));
                    labels.clear();
                }
                merged.add(event);
            }
        }
        if (!labels.isEmpty()) {
            merged.add(CFacts.caseEvent(labels));
        }
        return merged;
    }

    /** What turns the first list into the second: {@code -place:step} and {@code +place:step}, places counted in each. */
    static String difference(List<String> c, List<String> java) {
        int[][] common = new int[c.size() + 1][java.size() + 1];
        for (int i = c.size() - 1; i >= 0; i--) {
            for (int k = java.size() - 1; k >= 0; k--) {
                common[i][k] = c.get(i).equals(java.get(k)) ? common[i + 1][k + 1] + 1
                        : Math.max(common[i + 1][k], common[i][k + 1]);
            }
        }
        StringBuilder text = new StringBuilder();
        int i = 0;
        int k = 0;
        while (i < c.size() || k < java.size()) {
            if (i < c.size() && k < java.size() && c.get(i).equals(java.get(k))) {
                i++;
                k++;
            } else if (k == java.size() || i < c.size() && common[i + 1][k] >= common[i][k + 1]) {
                text.append(" -").append(i).append(':').append(c.get(i++));
            } else {
                text.append(" +").append(k).append(':').append(java.get(k++));
            }
        }
        return text.toString().trim();
    }
}
