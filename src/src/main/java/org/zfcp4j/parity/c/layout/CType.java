// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.layout;

import java.util.List;

/** A type of C as far as layouts need it. */
sealed interface CType {
    /** In bytes; 0 for a flexible array and for types that are incomplete. */
    int size();

    /** In bytes. */
    int align();

    /** As a field names it, {@code struct x} or the name of a type definition; empty for arrays. */
    String name();

    /**
     * An integer, an enumeration or a pointer.
     *
     * @param kind as {@link org.zfcp4j.parity.facts.FieldFact#kind()}, or {@code char}
     */
    record Scalar(String kind, String name, int size, boolean signed) implements CType {
        @Override
        public int align() {
            return Math.max(1, size);
        }
    }

    /** An array; {@code count} is 0 or negative if it is flexible. */
    record Array(CType element, int count) implements CType {
        @Override
        public int size() {
            return Math.max(0, count) * element.size();
        }

        @Override
        public int align() {
            return element.align();
        }

        @Override
        public String name() {
            return "";
        }

        boolean flexible() {
            return count <= 0;
        }
    }

    /**
     * A structure or a union with its members placed.
     *
     * @param tag the name after {@code struct} or {@code union}; empty if it has none
     * @param known is it laid out completely? If not, its size is a guess
     */
    record Aggregate(String name, String tag, boolean union, int size, int align, boolean packed, int explicitAlign,
            List<Member> members, boolean known) implements CType {
        Aggregate named(String other) {
            return new Aggregate(other, tag, union, size, align, packed, explicitAlign, members, known);
        }
    }

    /** A type that is nowhere defined. */
    record Unknown(String name) implements CType {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public int align() {
            return 1;
        }
    }

    /** Does {@code type} consist of known types only? */
    static boolean known(CType type) {
        return switch (type) {
            case Scalar ignored -> true;
            case Array array -> known(array.element());
            case Aggregate aggregate -> aggregate.known();
            case Unknown ignored -> false;
        };
    }

    /**
     * A member in its place.
     *
     * @param name empty if it has none
     * @param bitOffset from the start of the structure
     * @param bitSize of a bit field; -1 for others
     */
    record Member(String name, CType type, int bitOffset, int bitSize) {
        boolean bitField() {
            return bitSize >= 0;
        }
    }
}
