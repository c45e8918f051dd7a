// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The list of explained differences of one kind: function, method, difference, reason, separated by bars. A difference is only
 * explained as it stands there, so a change of the port or of the facts shows, and so does an explanation nobody needs.
 */
final class Explained {
    private final Map<String, String> differences = new LinkedHashMap<>();
    private final Set<String> met = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    Explained(String resource) {
        for (String line : CFacts.lines(resource)) {
            String[] column = line.split(" \\| ", 4);
            if (column.length != 4 || column[3].isBlank()) {
                problems.add("no reason: " + line);
            } else if (differences.put(column[0] + " | " + column[1], column[2]) != null) {
                problems.add("twice: " + line);
            }
        }
    }

    /** Checks the difference that was found between a function and its port; an empty one needs no explanation. */
    void check(String function, String method, String difference) {
        String at = function + " | " + method;
        String known = differences.getOrDefault(at, "");
        met.add(at);
        if (!known.equals(difference)) {
            problems.add(at + " | " + difference + (known.isEmpty() ? "" : "   explained is: " + known));
        }
    }

    /** What is wrong, with explanations of what was never compared. */
    List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        differences.keySet().stream().filter(at -> !met.contains(at)).forEach(at -> all.add("stale: " + at));
        return all;
    }

    /** Number of explained differences. */
    int size() {
        return differences.size();
    }
}
