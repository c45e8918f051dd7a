// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.zfcp4j.parity.code.ClassFiles;
import org.zfcp4j.parity.facts.FunctionFacts;

/** Looks up what the port has of a C function, at any level, whichever file of a tree defines it. */
public final class PortIndex {
    private final Map<Level, Port> ports = new EnumMap<>(Level.class);

    /** Reads the classes once for each level. */
    public PortIndex(Function<Level, ClassFiles> classes) {
        for (Level level : Level.values()) {
            ports.put(level, new Port(classes.apply(level), Baseline.of(level)));
        }
    }

    /** Methods with lines, or one line on why there is none. */
    public List<String> describe(FunctionFacts function) {
        Set<String> methods = new LinkedHashSet<>();
        String reason = "not in the port";
        for (Port port : ports.values()) {
            String key = port.keyOf(function);
            port.ported().getOrDefault(key, List.of()).forEach(method -> methods.add(Comparer.place(method)));
            if (port.leftOut().containsKey(key)) {
                reason = "left out: " + port.leftOut().get(key);
            }
        }
        return methods.isEmpty() ? List.of(reason) : List.copyOf(methods);
    }
}
