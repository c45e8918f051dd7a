// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.extract;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the reader of a body has to know of the rest of the driver.
 *
 * @param functions the definitions by their names
 * @param constant is a name that of a constant?
 */
public record Vocabulary(Map<String, Definition> functions, Predicate<String> constant) {
    private static final Set<String> TAGS = Set.of("tag", "dbftag", "id", "dbf_tag");
    private static final Set<String> AREAS = Set.of("area", "paytag");

    public boolean isFunction(String name) {
        return functions.containsKey(name);
    }

    /** What a string is that is passed as an argument: the kind of tag, or null if it is none. */
    String tagKind(String callee, int argument) {
        Definition definition = functions.get(callee);
        if (definition == null || argument >= definition.parameterNames().size()
                || !definition.parameterTypes().get(argument).contains("char")) {
            return null;
        }
        String name = definition.parameterNames().get(argument);
        return TAGS.contains(name) ? "tag" : AREAS.contains(name) ? "payload area" : null;
    }
}
