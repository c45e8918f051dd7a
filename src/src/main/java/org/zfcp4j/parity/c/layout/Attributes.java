// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.layout;

import java.util.List;
import java.util.function.ToIntFunction;
import org.zfcp4j.parity.c.parse.Syntax;

/** The attributes of a structure or of a member that concern its layout; {@code align} is 0 if none is stated. */
record Attributes(boolean packed, int align) {
    private static final int MAX_ALIGN = 8;

    static Attributes of(Declared declared, ToIntFunction<Declared> value) {
        boolean packed = false;
        int align = 0;
        for (Syntax child : declared.node().children()) {
            if (!child.is("attribute_specifier")) {
                continue;
            }
            for (Syntax argument : arguments(child)) {
                String name = declared.at(argument.is("call_expression") ? argument.child("function") : argument).source();
                if (name.equals("packed") || name.equals("__packed__")) {
                    packed = true;
                } else if (name.equals("aligned") || name.equals("__aligned__")) {
                    List<Syntax> numbers = argument.is("call_expression") ? argument.child("arguments").namedChildren()
                            : List.of();
                    align = numbers.isEmpty() ? MAX_ALIGN : value.applyAsInt(declared.at(numbers.get(0)));
                }
            }
        }
        return new Attributes(packed, align);
    }

    private static List<Syntax> arguments(Syntax attribute) {
        Syntax list = attribute.childOf("argument_list");
        return list == null ? List.of() : list.namedChildren();
    }
}
