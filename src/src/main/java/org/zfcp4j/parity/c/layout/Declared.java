// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.layout;

import org.zfcp4j.parity.c.parse.Parsed;
import org.zfcp4j.parity.c.parse.Syntax;
import org.zfcp4j.parity.c.prepass.Prepared;
import org.zfcp4j.parity.facts.Place;

/** A node of the syntax tree with the text that it is of. */
record Declared(String file, Parsed parsed, Syntax node) {
    Prepared text() {
        return parsed.prepared();
    }

    Place place() {
        return new Place(file, text().line(node.start()));
    }

    Declared at(Syntax other) {
        return new Declared(file, parsed, other);
    }

    String source() {
        return text().source(node.start(), node.end());
    }
}
