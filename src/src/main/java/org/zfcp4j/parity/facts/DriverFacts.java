// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.facts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that is known of the driver of one kernel tree. Lists are sorted by file and line. */
public final class DriverFacts {
    private final String version;
    private final List<FunctionFacts> functions;
    private final List<ConstantFact> constants;
    private final List<LayoutFact> layouts;
    private final List<TagFact> tags;
    private final Map<String, FunctionFacts> functionsByKey = new LinkedHashMap<>();
    private final Map<String, FunctionFacts> functionsByName = new LinkedHashMap<>();
    private final Map<String, ConstantFact> constantsByName = new LinkedHashMap<>();
    private final Map<String, LayoutFact> layoutsByName = new LinkedHashMap<>();

    /**
     * Facts of a driver.
     *
     * @param version the version of the kernel, such as {@code 5.10.198}
     */
    public DriverFacts(String version, List<FunctionFacts> functions, List<ConstantFact> constants, List<LayoutFact> layouts,
            List<TagFact> tags) {
        this.version = version;
        this.functions = List.copyOf(functions);
        this.constants = List.copyOf(constants);
        this.layouts = List.copyOf(layouts);
        this.tags = List.copyOf(tags);
        this.functions.forEach(function -> functionsByKey.put(function.key(), function));
        this.functions.forEach(function -> functionsByName.putIfAbsent(function.name(), function));
        this.constants.forEach(constant -> constantsByName.putIfAbsent(constant.name(), constant));
        this.layouts.forEach(layout -> layoutsByName.putIfAbsent(layout.name(), layout));
    }

    /** The version of the kernel, such as {@code 5.10.198}. */
    public String version() {
        return version;
    }

    /** The functions that the driver and the QDIO layer define. */
    public List<FunctionFacts> functions() {
        return functions;
    }

    /** Macros and enumerators. */
    public List<ConstantFact> constants() {
        return constants;
    }

    /** Structures and unions. */
    public List<LayoutFact> layouts() {
        return layouts;
    }

    /** Structures that the channel, the wire, the trace or users share, whose size is unknown since a type in them is. */
    public List<LayoutFact> incompleteLayouts() {
        return layouts.stream().filter(layout -> layout.size() < 0 && !layout.category().equals("driver")).toList();
    }

    /** Trace tags in the order of the text. */
    public List<TagFact> tags() {
        return tags;
    }

    /** The functions by file name and name. */
    public Map<String, FunctionFacts> functionsByKey() {
        return Collections.unmodifiableMap(functionsByKey);
    }

    /** The function of that name; null if the driver and the QDIO layer define none. */
    public FunctionFacts function(String name) {
        return functionsByName.get(name);
    }

    /** The constant of that name; null if there is none. */
    public ConstantFact constant(String name) {
        return constantsByName.get(name);
    }

    /** The structure or union of that name; null if there is none. */
    public LayoutFact layout(String name) {
        return layoutsByName.get(name);
    }
}
