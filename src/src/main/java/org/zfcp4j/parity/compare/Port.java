// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zfcp4j.parity.code.ClassFiles;
import org.zfcp4j.parity.code.PortMethod;
import org.zfcp4j.parity.code.ResourceLines;
import org.zfcp4j.parity.facts.FunctionFacts;

/** The Java side of a comparison: methods by the C functions that they port, and the functions that need none, with reasons. */
final class Port {
    private final ClassFiles classes;
    private final Map<String, List<PortMethod>> ported;
    private final Map<String, String> leftOut;

    Port(ClassFiles classes, Baseline baseline) {
        this.classes = classes;
        this.ported = classes.ported();
        this.leftOut = ResourceLines.pairs("left-out.csv");
        leftOut.keySet().removeIf(key -> baseline.function(key) == null);
    }

    ClassFiles classes() {
        return classes;
    }

    /** By {@code file:function}. */
    Map<String, List<PortMethod>> ported() {
        return ported;
    }

    /** Reasons by {@code file:function}. */
    Map<String, String> leftOut() {
        return leftOut;
    }

    /** All functions of the driver and of the QDIO layer that it knows. */
    Set<String> knownKeys() {
        Set<String> keys = new HashSet<>(leftOut.keySet());
        ported.keySet().stream().filter(PortMethod::isDriverKey).forEach(keys::add);
        return keys;
    }

    /** The key by which the port knows a function, be it in another file; else its own. */
    String keyOf(FunctionFacts function) {
        Set<String> known = knownKeys();
        return known.contains(function.key()) ? function.key() : known.stream()
                .filter(key -> key.endsWith(":" + function.name())).findFirst().orElse(function.key());
    }
}
