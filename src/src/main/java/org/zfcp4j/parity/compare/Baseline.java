// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.zfcp4j.parity.code.ResourceLines;
import org.zfcp4j.parity.facts.FunctionFacts;

/**
 * What the port cannot say of the tree that it follows: the parameters of each function, a digest of its text, values of constants.
 * By it changes show that the comparison of calls and numbers does not see, such as a condition.
 */
public final class Baseline {
    /** A function of that tree. */
    record Entry(String parameters, String digest) {
    }

    private final String version;
    private final Map<String, Entry> functions = new HashMap<>();
    private final Map<String, Long> constants = new HashMap<>();
    private final Set<String> tags = new HashSet<>();

    private Baseline(String version) {
        this.version = version;
    }

    /** That of a level of the port. */
    public static Baseline of(Level level) {
        Baseline baseline = new Baseline(level.version());
        for (String line : ResourceLines.of("baseline-" + level.label() + ".csv")) {
            String[] column = line.split(",", -1);
            if (column[0].equals("function")) {
                baseline.functions.put(column[1], new Entry(column[2], column[3]));
            } else if (column[0].equals("tag")) {
                baseline.tags.add(column[1]);
            } else {
                baseline.constants.put(column[1], new BigInteger(column[2]).longValue());
            }
        }
        return baseline;
    }

    /** The parameters of a function as they are kept: names separated by blanks. */
    public static String parameters(FunctionFacts function) {
        return String.join(" ", function.paramNames());
    }

    /** The version of the tree, such as {@code 5.10.198}. */
    String version() {
        return version;
    }

    /** Null if the tree has no such function. */
    Entry function(String key) {
        return functions.get(key);
    }

    /** Null if the driver's own sources define no such number there. */
    Long constant(String name) {
        return constants.get(name);
    }

    /** The trace tags of that tree. */
    Set<String> tags() {
        return tags;
    }
}
