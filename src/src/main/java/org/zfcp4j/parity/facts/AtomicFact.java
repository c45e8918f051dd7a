// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.facts;

import java.util.List;

/**
 * An operation on an {@code atomic_t} or an atomic bit operation that changes it; reads are calls only.
 *
 * @param op the function, such as {@code atomic_or}
 * @param args the text of its arguments
 * @param line where the call starts
 */
public record AtomicFact(String op, List<String> args, int line) {
    public AtomicFact {
        args = List.copyOf(args);
    }
}
