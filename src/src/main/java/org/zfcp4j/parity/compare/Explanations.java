// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zfcp4j.parity.code.ResourceLines;

/**
 * The list of explained differences of one kind: function, method, difference, reason, separated by bars. A difference is only
 * explained as it stands there. What it explains is what C is expected to be, given the port; so a change of C shows by itself.
 */
final class Explanations {
    /** What is known of a function and one method that ports it. */
    record Explanation(String difference, String reason) {
    }

    private final Map<String, Explanation> known = new LinkedHashMap<>();
    /** Those of the first level, which another one need not need. */
    private final Set<String> inherited = new HashSet<>();
    private final Set<String> used = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * Those of a level: of the first level all, of another one those that hold for it as well, and its own, which take their place.
     */
    static Explanations of(String name, Level level) {
        String first = name + ".txt";
        if (level == Level.V5_10) {
            return new Explanations(first, ResourceLines.of(first));
        }
        Explanations explanations = new Explanations(first, ResourceLines.of(first));
        explanations.inherited.addAll(explanations.known.keySet());
        String own = name + "-" + level.label() + ".txt";
        Explanations others = new Explanations(own, ResourceLines.of(own));
        explanations.known.putAll(others.known);
        explanations.inherited.removeAll(others.known.keySet());
        explanations.problems.addAll(others.problems);
        return explanations;
    }

    Explanations(String name, List<String> lines) {
        for (String line : lines) {
            String[] column = line.split(" \\| ", 4);
            if (column.length != 4 || column[3].isBlank()) {
                problems.add(name + ": no reason: " + line);
            } else if (known.put(at(column[0], column[1]), new Explanation(column[2], column[3])) != null) {
                problems.add(name + ": twice: " + line);
            }
        }
    }

    private static String at(String function, String method) {
        return function + " | " + method;
    }

    /** The explanation of exactly this difference, which counts as used; null if there is none. */
    Explanation exactly(String function, String method, String difference) {
        Explanation explanation = known.get(at(function, method));
        if (explanation == null || !explanation.difference().equals(difference)) {
            return null;
        }
        used.add(at(function, method));
        return explanation;
    }

    /** What is explained of a function and a method; null if nothing is. */
    Explanation of(String function, String method) {
        return known.get(at(function, method));
    }

    /** Explanations that nothing needed as they are, and lines that are none. */
    List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        known.forEach((at, explanation) -> {
            if (!used.contains(at) && !inherited.contains(at)) {
                all.add("stale: " + at + " | " + explanation.difference());
            }
        });
        return all;
    }

    int size() {
        return known.size();
    }
}
