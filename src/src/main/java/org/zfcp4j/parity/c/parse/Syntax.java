// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A node of the syntax tree. */
public final class Syntax {
    private final String type;
    private final String field;
    private final boolean named;
    private final int start;
    private final int end;
    private final Syntax parent;
    private List<Syntax> children = List.of();

    Syntax(String type, String field, boolean named, int start, int end, Syntax parent) {
        this.type = type;
        this.field = field;
        this.named = named;
        this.start = start;
        this.end = end;
        this.parent = parent;
    }

    void add(Syntax child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        children.add(child);
    }

    /** The name that the grammar gives it, such as {@code call_expression}; a token without a name is its own text. */
    public String type() {
        return type;
    }

    public boolean is(String other) {
        return type.equals(other);
    }

    /** The role in its parent, null if it has none. */
    public String field() {
        return field;
    }

    public boolean named() {
        return named;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    /** The node around it, null for the root. */
    public Syntax parent() {
        return parent;
    }

    public List<Syntax> children() {
        return Collections.unmodifiableList(children);
    }

    /** The child in that role, null if there is none. */
    public Syntax child(String role) {
        for (Syntax child : children) {
            if (role.equals(child.field)) {
                return child;
            }
        }
        return null;
    }

    /** The first child of that type, null if there is none. */
    public Syntax childOf(String wanted) {
        for (Syntax child : children) {
            if (child.type.equals(wanted)) {
                return child;
            }
        }
        return null;
    }

    public List<Syntax> childrenOf(String wanted) {
        return children.stream().filter(child -> child.type.equals(wanted)).toList();
    }

    public List<Syntax> namedChildren() {
        return children.stream().filter(child -> child.named).toList();
    }
}
