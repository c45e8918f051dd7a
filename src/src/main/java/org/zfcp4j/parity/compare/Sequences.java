// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

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
import org.zfcp4j.parity.code.ClassFiles;
import org.zfcp4j.parity.code.Events;
import org.zfcp4j.parity.code.MethodReader;
import org.zfcp4j.parity.code.PortMethod;
import org.zfcp4j.parity.code.Vocabulary;
import org.zfcp4j.parity.facts.AssignmentFact;
import org.zfcp4j.parity.facts.AtomicFact;
import org.zfcp4j.parity.facts.CallFact;
import org.zfcp4j.parity.facts.CaseGroup;
import org.zfcp4j.parity.facts.ConstantUse;
import org.zfcp4j.parity.facts.FunctionFacts;
import org.zfcp4j.parity.facts.LockFact;
import org.zfcp4j.parity.facts.SwitchFact;
import org.zfcp4j.parity.facts.TagUse;

/** The same things in the same words: what a C function does in its order, and what its port does. */
final class Sequences {
    private final CDriver driver;
    private final Vocabulary vocabulary;
    private final ClassFiles classes;
    private final Map<String, List<PortMethod>> ported;
    private final Set<String> leftOut;
    private final Set<String> variables;
    private final Set<String> variablesOfQdio;
    private final Set<String> assignedInQdio = new HashSet<>();
    private final Map<String, String> representative = new HashMap<>();
    private final Map<MethodNode, List<MethodReader.Step>> steps = new IdentityHashMap<>();

    Sequences(CDriver driver, Vocabulary vocabulary, ClassFiles classes, Map<String, List<PortMethod>> ported,
            Set<String> leftOut) {
        this.driver = driver;
        this.vocabulary = vocabulary;
        this.classes = classes;
        this.ported = ported;
        this.leftOut = leftOut;
        this.variables = classes.variables();
        this.variablesOfQdio = classes.variablesOfQdio();
        driver.functions().values().stream().filter(function -> function.place().fileName().startsWith("qdio"))
                .forEach(function -> function.assignments().forEach(assignment -> assignedInQdio.add(assignment.member())));
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
    List<Event> ofC(String key) {
        return mergeCases(ofC(key, new ArrayDeque<>()));
    }

    private List<Event> ofC(String key, Deque<String> callers) {
        callers.push(key);
        FunctionFacts function = driver.functions().get(key);
        Map<Integer, List<Event>> byLine = new TreeMap<>();
        List<LockFact> locks = new ArrayList<>(function.locks());
        List<AtomicFact> atomics = new ArrayList<>(function.atomics());
        for (CallFact call : function.calls()) {
            at(byLine, call.line()).addAll(callOfC(function, call, locks, atomics, callers));
        }
        for (AssignmentFact status : function.statusAssignments()) {
            if (status.op().matches("[|&]?=")) {
                Long value = driver.value(status.value());
                at(byLine, status.line()).add(event(function, status.line(),
                        "status" + status.op() + (value == null ? "?" : Events.hex(value.intValue()))));
            }
        }
        for (AssignmentFact assignment : function.assignments()) {
            if (!assignment.status() && ofVariable(function, assignment)) {
                at(byLine, assignment.line()).add(event(function, assignment.line(), "set(" + assignment.member() + ")"));
            }
        }
        for (SwitchFact statement : function.switches()) {
            for (CaseGroup group : statement.groups()) {
                TreeSet<String> labels = new TreeSet<>();
                group.labels().forEach(label -> {
                    Long value = driver.label(label);
                    labels.add(value == null ? label : value.toString());
                });
                labels.remove("default");
                if (!labels.isEmpty()) {
                    at(byLine, group.line()).add(0, event(function, group.line(), Events.cases(labels)));
                }
            }
        }
        callers.pop();
        List<Event> events = new ArrayList<>();
        byLine.values().forEach(events::addAll);
        return events;
    }

    /**
     * Is it one to a variable of the driver or of the QDIO layer? Records of the trace and the QTCB are memory, and have no assignments
     * in the port. To wrap an index round is a mask there.
     */
    private boolean ofVariable(FunctionFacts function, AssignmentFact assignment) {
        String file = function.place().fileName();
        if (file.startsWith("qdio")) {
            return variablesOfQdio.contains(assignment.member());
        }
        return variables.contains(assignment.member()) && !file.startsWith("zfcp_dbf.") && !assignment.target().contains("qtcb->")
                && !assignment.op().equals("%=");
    }

    private static List<Event> at(Map<Integer, List<Event>> byLine, int line) {
        return byLine.computeIfAbsent(line, l -> new ArrayList<>());
    }

    private static Event event(FunctionFacts function, int line, String text) {
        return new Event(text, function.place().fileName() + ":" + line);
    }

    private List<Event> callOfC(FunctionFacts function, CallFact call, List<LockFact> locks, List<AtomicFact> atomics,
            Deque<String> callers) {
        Vocabulary.Entry entry = vocabulary.ofC(call.callee());
        if (entry != null) {
            return List.of(event(function, call.line(), entry.event() + argumentsOfC(entry, call, locks, atomics)));
        }
        String called = driver.keyOf(call.callee());
        if (called == null) {
            return List.of();
        }
        if (ported.containsKey(called) && !PortMethod.isAccessor(called)) {
            return List.of(event(function, call.line(),
                    calledName(call.callee()) + tagOfC(function, call) + numbersOfC(function, call)));
        }
        boolean inlined = leftOut.contains(called) || PortMethod.isAccessor(called);
        return inlined && driver.functions().containsKey(called) && !callers.contains(called) ? ofC(called, callers) : List.of();
    }

    private String numbersOfC(FunctionFacts function, CallFact call) {
        TreeSet<Long> numbers = new TreeSet<>();
        for (ConstantUse use : function.constantUses()) {
            if (use.callLine() == call.line() && use.argumentOf().equals(call.callee()) && driver.value(use.names()) != null) {
                numbers.add(driver.value(use.names()));
            }
        }
        return Events.numbers(numbers);
    }

    /** A tag stands on the line of its call or, where the call is long, on one of the next. */
    private static String tagOfC(FunctionFacts function, CallFact call) {
        for (int at = call.line(); at <= call.line() + 3; at++) {
            int line = at;
            if (at > call.line() && function.calls().stream()
                    .anyMatch(other -> other.callee().equals(call.callee()) && other.line() == line)) {
                return "";
            }
            for (TagUse tag : function.tags()) {
                if (tag.callee().equals(call.callee()) && tag.line() == at) {
                    return "#" + tag.tag();
                }
            }
        }
        return "";
    }

    private String argumentsOfC(Vocabulary.Entry entry, CallFact call, List<LockFact> locks, List<AtomicFact> atomics) {
        if (entry.detail().startsWith("level:")) {
            return "(" + entry.detail().substring("level:".length()) + ")";
        }
        if (!entry.withObject()) {
            return "";
        }
        return call.callee().startsWith("atomic_") ? atomicOfC(entry, call, atomics) : lockOfC(call, locks);
    }

    private static String lockOfC(CallFact call, List<LockFact> locks) {
        for (LockFact operation : locks) {
            if (operation.op().equals(call.callee()) && operation.line() == call.line()) {
                locks.remove(operation);
                return "(" + lastName(operation.lock()) + ")";
            }
        }
        return "(?)";
    }

    private String atomicOfC(Vocabulary.Entry entry, CallFact call, List<AtomicFact> atomics) {
        for (AtomicFact operation : atomics) {
            if (operation.op().equals(call.callee()) && operation.line() == call.line()) {
                atomics.remove(operation);
                List<String> args = new ArrayList<>(operation.args());
                String object = args.get(0).startsWith("&") || args.size() == 1 ? args.get(0) : args.get(1);
                args.remove(object);
                Long value = args.isEmpty() ? null : driver.value(args.get(0));
                return "(" + variable(object)
                        + (entry.withMask() ? "," + (value == null ? "?" : Events.hex(value.intValue())) : "") + ")";
            }
        }
        return "(?)";
    }

    private static String lastName(String expression) {
        return expression.replaceFirst("^get_(\\w+)\\(.*\\)$", "$1").replaceAll(".*(->|\\.|&)", "").replaceAll("^&|^zfcp_", "");
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
    List<Event> ofPort(PortMethod method) {
        List<Event> events = new ArrayList<>();
        collect(method, new HashSet<>(method.sources()), null, new ArrayDeque<>(), events);
        return mergeCases(events);
    }

    /** The methods that port a function and are not parts of another one that does. */
    List<PortMethod> roots(String key) {
        List<PortMethod> methods = ported.getOrDefault(key, List.of());
        Set<PortMethod> parts = new HashSet<>();
        for (PortMethod method : methods) {
            for (MethodReader.Step step : steps(method)) {
                if (step.target() != null && !same(step.target(), method) && step.target().sources().contains(key)) {
                    methods.stream().filter(other -> same(other, step.target())).forEach(parts::add);
                }
            }
        }
        return methods.stream().filter(method -> !parts.contains(method)).toList();
    }

    private List<MethodReader.Step> steps(PortMethod method) {
        return steps.computeIfAbsent(method.node(), node -> MethodReader.read(classes, vocabulary, driver, method));
    }

    private static boolean same(PortMethod a, PortMethod b) {
        return a.node() == b.node();
    }

    private void collect(PortMethod method, Set<String> sources, String tag, Deque<Object> callers, List<Event> events) {
        if (callers.contains(method.node())) {
            return;
        }
        callers.push(method.node());
        for (MethodReader.Step step : steps(method)) {
            String given = step.tag() != null ? step.tag() : tag;
            String where = method.label() + ":" + step.line();
            if (step.target() == null && !ofPortAlone(method, step.event())) {
                events.add(new Event(step.event(), where));
            } else if (step.target() == null) {
                continue;
            } else if (!step.target().portsStep()
                    || !same(step.target(), method) && step.target().sources().stream().anyMatch(sources::contains)) {
                collect(step.target(), sources, given, callers, events);
            } else {
                String name = calledName(name(step.target().sources().get(0)));
                events.add(new Event(name + (given == null ? "" : "#" + given) + step.numbers(), where));
            }
        }
        callers.pop();
    }

    /** Is it an assignment to state of the QDIO layer that C keeps nowhere? */
    private boolean ofPortAlone(PortMethod method, String event) {
        return event.startsWith("set(") && method.isOfQdio() && !assignedInQdio.contains(event.substring(4, event.length() - 1));
    }

    /** Groups of cases without a step between them are one. */
    static List<Event> mergeCases(List<Event> events) {
        List<Event> merged = new ArrayList<>();
        TreeSet<String> labels = new TreeSet<>();
        String where = null;
        for (Event event : events) {
            if (event.text().startsWith("case(")) {
                where = labels.isEmpty() ? event.where() : where;
                labels.addAll(List.of(event.text().substring("case(".length(), event.text().length() - 1).split(",")));
            } else {
                if (!labels.isEmpty()) {
                    merged.add(new Event(Events.cases(labels), where));
                    labels.clear();
                }
                merged.add(event);
            }
        }
        if (!labels.isEmpty()) {
            merged.add(new Event(Events.cases(labels), where));
        }
        return merged;
    }
}
