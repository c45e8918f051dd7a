// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.facts;

import java.math.BigInteger;
import java.util.List;

/**
 * A macro or an enumerator.
 *
 * @param name its name
 * @param kind {@code macro}, {@code enum}, {@code function-like macro}, {@code string macro}, {@code empty macro} or
 *        {@code non-constant macro}
 * @param place where it is defined
 * @param value the value of an integer constant, null for others. Times are in ticks of the HZ that the facts were made with
 * @param text the characters of a string macro, null for others
 * @param size of the C expression in bytes; 0 if it has no value
 * @param signed is the type of the C expression signed?
 * @param enumName the tag of the enumeration of an enumerator; empty if it has none
 * @param order the number of an enumerator in its enumeration, from 0; -1 for macros
 * @param parameters of a function-like macro
 * @param dependsOn macros that its text names, directly
 * @param group {@code required}, {@code supporting} or {@code used-by-driver}
 * @param usedIn the driver's files that name it
 */
public record ConstantFact(String name, String kind, Place place, BigInteger value, String text, int size, boolean signed,
        String enumName, int order, int parameters, List<String> dependsOn, String group, List<String> usedIn) {
    public ConstantFact {
        dependsOn = List.copyOf(dependsOn);
        usedIn = List.copyOf(usedIn);
    }
}
