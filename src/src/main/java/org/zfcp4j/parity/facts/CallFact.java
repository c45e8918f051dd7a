// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.facts;

import java.util.List;

/**
 * A name followed by an argument list in a function's body, macros included.
 *
 * @param callee the name; {@code ->name} for a call through a member
 * @param line where the call starts
 * @param arguments their text, white space normalised; empty where the facts do not say
 */
public record CallFact(String callee, int line, List<String> arguments) {
    public CallFact {
        arguments = List.copyOf(arguments);
    }
}
