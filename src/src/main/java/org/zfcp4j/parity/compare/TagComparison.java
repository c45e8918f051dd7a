// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.zfcp4j.parity.code.Parts;
import org.zfcp4j.parity.code.PortMethod;
import org.zfcp4j.parity.facts.FunctionFacts;

/** Trace tags: each is written by the port of the function that writes it in C, and by no other. */
final class TagComparison {
    private final CDriver driver;
    private final Port port;
    private final Parts parts;
    private final Set<String> all = new HashSet<>();

    TagComparison(CDriver driver, Port port, Baseline baseline) {
        this.driver = driver;
        this.port = port;
        this.parts = new Parts(port.classes());
        driver.facts().functions().forEach(function -> all.addAll(driver.tags(function)));
        all.addAll(baseline.tags());
    }

    /** What one side lacks, unless one of {@code found} already says so. */
    List<Difference> of(String key, FunctionFacts function, List<Difference> found) {
        Map<String, String> ofPort = new TreeMap<>();
        for (PortMethod method : port.ported().get(key)) {
            strings(method).forEach(ofPort::putIfAbsent);
        }
        boolean handsOver = port.ported().get(key).stream().anyMatch(m -> !m.indirectCalls().isEmpty());
        Set<String> tags = new TreeSet<>(driver.tags(function));
        List<String> onlyC = new ArrayList<>();
        for (String tag : tags) {
            if (!ofPort.containsKey(tag) && !(handsOver && ofPort.isEmpty()) && !says(found, tag)) {
                onlyC.add(place(function, tag) + " " + tag);
            }
        }
        List<String> onlyPort = new ArrayList<>();
        ofPort.forEach((text, where) -> {
            if (all.contains(text) && !tags.contains(text) && !says(found, text)) {
                onlyPort.add(where + " " + text);
            }
        });
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(onlyC.size(), onlyPort.size()); i++) {
            differences.add(new Difference("tag", function.name(), function.place().fileName(),
                    i < onlyC.size() ? onlyC.get(i) : function.place().toString(),
                    i < onlyPort.size() ? onlyPort.get(i) : Comparer.place(port.ported().get(key).get(0))));
        }
        return differences;
    }

    private static boolean says(List<Difference> found, String tag) {
        return found.stream().anyMatch(difference -> difference.c().contains("#" + tag) || difference.java().contains("#" + tag));
    }

    private static String place(FunctionFacts function, String tag) {
        return function.tags().stream().filter(use -> use.tag().equals(tag)).findFirst()
                .map(use -> function.place().fileName() + ":" + use.line()).orElse(function.place().toString());
    }

    private Map<String, String> strings(PortMethod method) {
        Map<String, String> strings = new HashMap<>();
        for (PortMethod part : parts.of(method)) {
            for (AbstractInsnNode insn : part.node().instructions) {
                if (insn instanceof LdcInsnNode ldc && ldc.cst instanceof String text) {
                    strings.putIfAbsent(text, Comparer.place(part));
                }
            }
        }
        return strings;
    }
}
