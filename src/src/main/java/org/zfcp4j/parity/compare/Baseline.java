// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zfcp4j.parity.code.ResourceLines;
import org.zfcp4j.parity.facts.FunctionFacts;

/**
 * What the port cannot say of the tree that it follows: linkage and parameters of each function, digests of their types and of its
 * text, values of constants. By it changes show that the comparison of calls and numbers does not see, such as a condition.
 */
public final class Baseline {
    /** A function of that tree. */
    record Entry(String linkage, String parameters, String types, String digest) {
        /** Is the function declared like that there? Types count if the facts have them. */
        boolean declares(FunctionFacts function) {
            String typesNow = Baseline.types(function);
            return linkage.equals(Baseline.linkage(function)) && parameters.equals(Baseline.parameters(function))
                    && (typesNow.isEmpty() || types.equals(typesNow));
        }
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
                baseline.functions.put(column[1], new Entry(column[2], column[3], column[4], column[5]));
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

    /** {@code static}, {@code inline} and {@code exported}, those that hold, separated by blanks. */
    public static String linkage(FunctionFacts function) {
        List<String> words = new ArrayList<>();
        if (function.isStatic()) {
            words.add("static");
        }
        if (function.inline()) {
            words.add("inline");
        }
        if (function.exported()) {
            words.add("exported");
        }
        return String.join(" ", words);
    }

    /** A digest of what a function returns and of the types of its parameters, kernel-wide renames undone; empty if the facts have none. */
    public static String types(FunctionFacts function) {
        return function.returnType().isEmpty() ? ""
                : Renames.STANDARD.digest(function.returnType() + " ( " + String.join(" , ", function.paramTypes()) + " )");
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
