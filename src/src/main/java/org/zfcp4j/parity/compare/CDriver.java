// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.parity.code.CSymbols;
import org.zfcp4j.parity.facts.ConstantFact;
import org.zfcp4j.parity.facts.DriverFacts;
import org.zfcp4j.parity.facts.FunctionFacts;
import org.zfcp4j.parity.facts.TagUse;

/**
 * The C side of a comparison. A function bears the key by which the port knows it even if the tree has it in another file. A constant
 * that the port has under the same name counts with the port's value in functions: that C has another one is one difference, not as
 * many as there are uses.
 */
final class CDriver implements CSymbols {
    /** Ticks in a second in the facts. */
    private static final int FACTS_HZ = 100;

    private final DriverFacts facts;
    private final Map<String, FunctionFacts> functions = new LinkedHashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, Long> values = new HashMap<>();
    private final Map<String, Long> portValues = new HashMap<>();

    CDriver(DriverFacts facts, Set<String> knownKeys) {
        this.facts = facts;
        knownKeys.forEach(key -> keys.put(key.substring(key.indexOf(':') + 1), key));
        for (FunctionFacts function : facts.functions()) {
            String key = knownKeys.contains(function.key()) ? function.key()
                    : keys.getOrDefault(function.name(), function.key());
            functions.put(key, function);
            keys.put(function.name(), key);
        }
        for (ConstantFact constant : facts.constants()) {
            if (constant.value() != null) {
                long number = constant.value().longValue();
                values.put(constant.name(), ticks(constant.name(), new HashSet<>()) ? number * Kernel.HZ / FACTS_HZ : number);
            }
        }
    }

    private boolean ticks(String name, Set<String> seen) {
        ConstantFact constant = facts.constant(name);
        return name.equals("HZ") || constant != null && seen.add(name)
                && constant.dependsOn().stream().anyMatch(other -> ticks(other, seen));
    }

    /** From here on, uses of these names have these values, if C has or once had a constant of that name. */
    void useValuesOfPort(Map<String, Long> known, Predicate<String> once) {
        known.forEach((name, value) -> {
            Long ofC = values.get(name);
            if (ofC == null ? once.test(name) : ofC.intValue() != value.intValue()) {
                portValues.put(name, value);
            }
        });
    }

    DriverFacts facts() {
        return facts;
    }

    /** By the keys of the port where it knows them. */
    Map<String, FunctionFacts> functions() {
        return functions;
    }

    /** The key of the function of that name; null if neither C nor the port has one. */
    String keyOf(String name) {
        return keys.get(name);
    }

    @Override
    public Long constant(String name) {
        Long known = portValues.get(name);
        return known != null ? known : values.get(name);
    }

    /** The number of a case label; null if it is none. */
    Long label(String text) {
        Long known = constant(text);
        try {
            return known != null || text.isEmpty() || !Character.isDigit(text.charAt(0)) ? known : Long.decode(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The value that C gives a constant, times in ticks of the port; null if there is no such number. */
    Long valueInC(String name) {
        return values.get(name);
    }

    /** The value of names joined by {@code |}, possibly with a minus or tilde; null if it is anything else. */
    Long value(String expression) {
        String text = expression.replaceAll("[()\\s]", "");
        if (text.startsWith("-") || text.startsWith("~")) {
            Long value = value(text.substring(1));
            return value == null ? null : text.charAt(0) == '-' ? (Long) (-value) : (Long) (~value);
        }
        long result = 0;
        for (String part : text.split("\\|")) {
            Long value = part.matches("\\d{1,18}") ? Long.valueOf(part) : constant(part);
            if (value == null) {
                return null;
            }
            result |= value;
        }
        return result;
    }

    /** Tags that a function writes or compares with. */
    List<String> tags(FunctionFacts function) {
        List<String> tags = new ArrayList<>();
        for (TagUse use : function.tags()) {
            tags.add(use.tag());
        }
        facts.tags().stream().filter(tag -> tag.function().equals(function.name()) && !tags.contains(tag.tag()))
                .forEach(tag -> tags.add(tag.tag()));
        return tags;
    }
}
