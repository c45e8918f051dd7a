// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zfcp4j.parity.code.PortMethod;
import org.zfcp4j.parity.facts.FunctionFacts;

/**
 * Compares ported functions with the methods that port them: parameters, steps in their order, numbers, tags, and the text as a
 * whole.
 */
final class FunctionComparison {
    /** The port of the refill before the commit, a selectable policy. */
    private static final String PORTED_ADD_UNLESS = "add-unless";

    private final CDriver driver;
    private final Sequences sequences;
    private final Numbers numbers;
    private final Baseline baseline;
    private final RefillFinding refill;
    private final TagComparison tags;
    private final Explanations explainedSequences;
    private final Explanations explainedNumbers;
    private final List<Difference> differences = new ArrayList<>();
    private final List<Comparison.Explained> explained = new ArrayList<>();

    FunctionComparison(CDriver driver, Port port, Sequences sequences, Numbers numbers, Baseline baseline,
            RefillFinding refill, Level level) {
        this.driver = driver;
        this.sequences = sequences;
        this.numbers = numbers;
        this.baseline = baseline;
        this.refill = refill;
        this.explainedSequences = Explanations.of("explained-sequences", level);
        this.explainedNumbers = Explanations.of("explained-numbers", level);
        this.tags = new TagComparison(driver, port, baseline);
    }

    List<Difference> differences() {
        return differences;
    }

    List<Comparison.Explained> explained() {
        return explained;
    }

    /** Explanations that nothing needed. */
    List<String> stale() {
        List<String> stale = new ArrayList<>(explainedSequences.problems());
        stale.addAll(explainedNumbers.problems());
        return stale;
    }

    /** Compares a function, given by the key of the port. */
    void compare(String key) {
        FunctionFacts function = driver.functions().get(key);
        List<Difference> found = new ArrayList<>();
        if (function.name().equals(RefillReader.REFILL) && !refill.policy().equals(PORTED_ADD_UNLESS)) {
            found.add(difference("refill", function, refill.policy() + " " + String.join(", ", refill.evidence()),
                    PORTED_ADD_UNLESS + " " + roots(key)));
        } else {
            signature(key, function, roots(key), found);
            contents(key, function, found);
            if (found.isEmpty()) {
                body(key, function, roots(key), found);
            }
        }
        differences.addAll(found);
    }

    /** What is left out is compared as a whole: the reason may hold for the old text only. */
    void compareLeftOut(String key, String reason) {
        FunctionFacts function = driver.functions().get(key);
        signature(key, function, "left out: " + reason, differences);
        body(key, function, "left out: " + reason, differences);
    }

    private String roots(String key) {
        return sequences.roots(key).stream().map(Comparer::place).collect(Collectors.joining(", "));
    }

    private static Difference difference(String kind, FunctionFacts function, String c, String java) {
        return new Difference(kind, function.name(), function.place().fileName(), c, java);
    }

    private void signature(String key, FunctionFacts function, String java, List<Difference> found) {
        Baseline.Entry entry = baseline.function(key);
        if (entry != null && !entry.declares(function)) {
            String before = head(entry.linkage(), List.of(entry.parameters().split(" ")));
            String now = head(Baseline.linkage(function), function.paramNames());
            found.add(difference("signature", function, function.place() + " " + declaration(function),
                    java + ", " + (before.equals(now) ? "other types" : before) + " in Linux " + baseline.version()));
        }
    }

    private static String head(String linkage, List<String> parameters) {
        return (linkage + " (" + String.join(", ", parameters) + ")").trim();
    }

    private static String declaration(FunctionFacts function) {
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < function.paramNames().size(); i++) {
            String type = i < function.paramTypes().size() ? function.paramTypes().get(i) : "";
            parameters.add((type + (type.endsWith("*") ? "" : " ") + function.paramNames().get(i)).trim());
        }
        return head((Baseline.linkage(function) + " " + function.returnType()).trim(), parameters);
    }

    /** The text as a whole, for changes that no other comparison detects. */
    private void body(String key, FunctionFacts function, String java, List<Difference> found) {
        Baseline.Entry entry = baseline.function(key);
        if (entry != null && !entry.digest().isEmpty() && !function.body().isEmpty()
                && !entry.digest().equals(Renames.STANDARD.digest(function.body()))) {
            found.add(difference("body", function, function.place() + " the text differs from that of Linux " + baseline.version()
                    + " in what is not compared step by step", java));
        }
    }

    private void contents(String key, FunctionFacts function, List<Difference> found) {
        List<Event> c = sequences.ofC(key);
        Map<String, Integer> numbersOfC = numbers.ofC(function);
        Map<String, Set<String>> methods = new LinkedHashMap<>();
        Map<String, Difference> distinct = new LinkedHashMap<>();
        for (PortMethod method : sequences.roots(key)) {
            List<SequenceDifferences.Change> changes = sequence(key, method, c);
            List<Difference> ofMethod = new ArrayList<>();
            changes.forEach(change -> ofMethod.add(difference(change.kind(), function,
                    change.c() == null ? "" : change.c().where() + " " + change.c().text(),
                    change.java() == null ? Comparer.place(method) : change.java().where() + " " + change.java().text())));
            numberDifferences(key, function, method, numbersOfC, SequenceDifferences.numbers(changes), ofMethod);
            // Several methods may port a function: what each of them lacks is one difference.
            for (Difference one : ofMethod) {
                String at = one.kind() + " " + (one.c().isEmpty() ? one.java().replaceAll("^\\S+ ", "") : one.c());
                distinct.putIfAbsent(at, one);
                methods.computeIfAbsent(at, a -> new TreeSet<>()).add(one.java());
            }
        }
        distinct.forEach((at, one) -> found.add(difference(one.kind(), function, one.c(), String.join(", ", methods.get(at)))));
        found.addAll(tags.of(key, function, found));
    }

    private List<SequenceDifferences.Change> sequence(String key, PortMethod method, List<Event> c) {
        List<Event> java = sequences.ofPort(method);
        List<String> textsOfC = SequenceDifferences.texts(c);
        List<String> textsOfJava = SequenceDifferences.texts(java);
        String text = Alignment.of(textsOfC, textsOfJava).text(textsOfC, textsOfJava);
        if (text.isEmpty()) {
            return List.of();
        }
        Explanations.Explanation exact = explainedSequences.exactly(key, method.label(), text);
        if (exact != null) {
            explained.add(new Comparison.Explained(key, method.label(), exact.reason()));
            return List.of();
        }
        Explanations.Explanation known = explainedSequences.of(key, method.label());
        List<Event> expected = known == null ? java : SequenceDifferences.expected(java, known.difference());
        return SequenceDifferences.between(c, expected == null ? java : expected);
    }

    private void numberDifferences(String key, FunctionFacts function, PortMethod method, Map<String, Integer> ofC,
            Set<Long> alreadyShown, List<Difference> found) {
        Map<String, Integer> surplus = Numbers.surplus(ofC, numbers.ofPort(method));
        if (surplus.isEmpty()) {
            return;
        }
        Explanations.Explanation exact = explainedNumbers.exactly(key, method.label(), Numbers.text(surplus));
        if (exact != null) {
            explained.add(new Comparison.Explained(key, method.label(), exact.reason()));
            return;
        }
        Map<String, Integer> left = new TreeMap<>(surplus);
        Explanations.Explanation known = explainedNumbers.of(key, method.label());
        if (known != null) {
            Numbers.parse(known.difference()).forEach((number, count) -> left.merge(number, -count, Integer::sum));
        }
        left.entrySet().removeIf(entry -> entry.getValue() == 0 || isShown(entry.getKey(), alreadyShown));
        left.forEach((number, count) -> {
            String c = function.place() + " uses " + named(function, number) + (count < 0 ? " more often, by " + -count : "");
            String java = Comparer.place(method) + (count > 0 ? " uses " + number + " more often, by " + count : "");
            found.add(difference("number", function, count < 0 ? c : function.place().toString(), java));
        });
    }

    private static boolean isShown(String number, Set<Long> shown) {
        String digits = number.replace("mask ", "");
        return digits.matches("-?\\d{1,18}") && shown.contains((long) (int) Long.parseLong(digits));
    }

    /** The number, and the constants of the function that have this value. */
    private String named(FunctionFacts function, String number) {
        String digits = number.replace("mask ", "");
        Set<String> names = new TreeSet<>();
        if (digits.matches("-?\\d{1,18}")) {
            long value = Long.parseLong(digits);
            for (String name : function.constants()) {
                Long other = driver.constant(name);
                if (other != null && (other == value || other.intValue() == value)) {
                    names.add(name);
                }
            }
        }
        return number + (names.isEmpty() ? "" : " (" + String.join(", ", names) + ")");
    }
}
