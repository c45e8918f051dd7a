// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zfcp4j.layout.catalog.Structures;
import org.zfcp4j.parity.code.ClassFiles;
import org.zfcp4j.parity.code.PortMethod;
import org.zfcp4j.parity.code.Vocabulary;
import org.zfcp4j.parity.facts.DriverFacts;

/** Compares the port with the facts of one driver. */
public final class Comparer {
    private final CDriver driver;
    private final Port port;
    private final Level level;
    private final Baseline baseline;
    private final Sequences sequences;
    private final Numbers numbers;
    private final RefillFinding refill;
    private final List<Difference> differences = new ArrayList<>();
    private final List<Comparison.FunctionState> states = new ArrayList<>();

    private Comparer(DriverFacts facts, ClassFiles classes, Level level) {
        this.level = level;
        this.baseline = Baseline.of(level);
        this.port = new Port(classes, baseline);
        this.driver = new CDriver(facts, port.knownKeys());
        this.numbers = new Numbers(driver, classes);
        driver.useValuesOfPort(numbers.values(), name -> baseline.constant(name) != null);
        this.sequences = new Sequences(driver, new Vocabulary(), classes, port.ported(), port.leftOut().keySet());
        this.refill = new RefillReader(facts).read();
    }

    /** Compares the port at a level with a driver. */
    public static Comparison compare(DriverFacts facts, ClassFiles classes, Level level) {
        return new Comparer(facts, classes, level).run();
    }

    private Comparison run() {
        functions();
        FunctionComparison functions = new FunctionComparison(driver, port, sequences, numbers, baseline, refill,
                level);
        driver.functions().keySet().stream().filter(port.ported()::containsKey).forEach(functions::compare);
        port.leftOut().forEach((key, reason) -> {
            if (driver.functions().containsKey(key) && !port.ported().containsKey(key)) {
                functions.compareLeftOut(key, reason);
            }
        });
        differences.addAll(functions.differences());
        differences.addAll(new ConstantComparison(driver, numbers, baseline).differences());
        differences.addAll(new LayoutComparison(driver.facts(), Structures.all(), level).differences());
        differences.sort(Comparator.comparing(Comparer::order));
        return new Comparison(driver.facts().version(), level, files(), states, differences, functions.explained(),
                functions.stale(), refill);
    }

    /** Functions first, file by file in the order of the text, then constants, then layouts. */
    private static String order(Difference difference) {
        String group = difference.kind().equals("layout") ? "3" : difference.kind().equals("constant") ? "2" : "1";
        return group + difference.file();
    }

    private void functions() {
        driver.functions().forEach((key, function) -> {
            List<PortMethod> methods = port.ported().getOrDefault(key, List.of());
            String reason = port.leftOut().get(key);
            String state = !methods.isEmpty() ? "ported" : reason != null ? "left out" : "missing";
            states.add(new Comparison.FunctionState(function.name(), function.place().fileName(), state,
                    function.place().toString(), methods.stream().map(Comparer::place).toList(),
                    methods.isEmpty() && reason != null ? reason : ""));
            if (state.equals("missing")) {
                differences.add(new Difference("missing", function.name(), function.place().fileName(),
                        function.place().toString(), ""));
            }
        });
        for (String key : new TreeSet<>(port.knownKeys())) {
            if (!driver.functions().containsKey(key)) {
                String file = key.substring(0, key.indexOf(':'));
                String name = key.substring(key.indexOf(':') + 1);
                List<PortMethod> methods = port.ported().getOrDefault(key, List.of());
                states.add(new Comparison.FunctionState(name, file, "gone", "", methods.stream().map(Comparer::place).toList(),
                        port.leftOut().getOrDefault(key, "")));
                differences.add(new Difference("gone", name, file, "", methods.isEmpty() ? "left out: " + port.leftOut().get(key)
                        : String.join(", ", methods.stream().map(Comparer::place).toList())));
            }
        }
    }

    static String place(PortMethod method) {
        return method.label() + ":" + method.line();
    }

    private List<FileSummary> files() {
        Map<String, List<Comparison.FunctionState>> byFile = new TreeMap<>();
        states.forEach(state -> byFile.computeIfAbsent(state.file(), f -> new ArrayList<>()).add(state));
        Map<String, Integer> byDifference = new TreeMap<>();
        Map<String, Set<String>> differing = new TreeMap<>();
        for (Difference difference : differences) {
            if (!difference.kind().equals("constant") && !difference.kind().equals("layout")) {
                byDifference.merge(difference.file(), 1, Integer::sum);
                differing.computeIfAbsent(difference.file(), f -> new HashSet<>()).add(difference.name());
            }
        }
        List<FileSummary> files = new ArrayList<>();
        byFile.forEach((file, functions) -> {
            Set<String> names = differing.getOrDefault(file, Set.of());
            int gone = count(functions, "gone");
            files.add(new FileSummary(file, functions.size() - gone, count(functions, "ported"), count(functions, "left out"),
                    count(functions, "missing"), gone, byDifference.getOrDefault(file, 0),
                    (int) functions.stream().filter(f -> f.state().equals("ported") && names.contains(f.name())).count()));
        });
        return files;
    }

    private static int count(List<Comparison.FunctionState> functions, String state) {
        return (int) functions.stream().filter(function -> function.state().equals(state)).count();
    }
}
