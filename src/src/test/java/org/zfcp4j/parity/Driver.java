// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The C driver and its port, read once for all tests. */
final class Driver {
    private static Driver instance;

    final CFacts facts = new CFacts();
    final ClassFiles classes = ClassFiles.of(Path.of(System.getProperty("zfcp4j.parity.classes", "target/classes")));
    /** C functions without a method, and why Java needs none. */
    final Map<String, String> leftOut = new TreeMap<>();
    final Sequences sequences;
    private final Map<String, List<ClassFiles.Method>> ported = classes.ported();

    /** A C function with one method that ports it. */
    record Pair(CFacts.Function function, ClassFiles.Method method) {
    }

    private Driver() {
        for (String line : CFacts.lines("/parity/left-out.csv")) {
            leftOut.put(line.substring(0, line.indexOf(',')), line.substring(line.indexOf(',') + 1));
        }
        sequences = new Sequences(facts, new Vocabulary(), classes, leftOut.keySet());
    }

    static synchronized Driver get() {
        if (instance == null) {
            instance = new Driver();
        }
        return instance;
    }

    /** All functions that must be ported or left out for a reason: those of all files of the facts. */
    List<CFacts.Function> functions() {
        return List.copyOf(facts.functions().values());
    }

    Set<String> ported() {
        return ported.keySet();
    }

    /** Each ported function of the driver with the methods that port it as a whole. */
    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (CFacts.Function function : facts.functions().values()) {
            if (function.file().startsWith("zfcp_")) {
                sequences.roots(function.key()).forEach(method -> pairs.add(new Pair(function, method)));
            }
        }
        return pairs;
    }
}
