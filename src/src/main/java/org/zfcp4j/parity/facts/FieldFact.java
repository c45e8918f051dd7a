// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.facts;

import java.util.List;

/**
 * A member of a structure, at any depth.
 *
 * @param path the names of the members joined by dots; {@code name[]} for one element of an array of structures
 * @param offset in bytes from the start of the outermost structure
 * @param size in bytes; of a bit field, that of the bytes that it touches
 * @param kind {@code uint}, {@code int}, {@code enum}, {@code pointer}, {@code array}, {@code struct}, {@code union},
 *        {@code bitfield}
 * @param type the declared type; empty for arrays
 * @param signed is the type a signed integer?
 * @param array what an array consists of, null for others
 * @param bits of a bit field, null for others
 * @param strides of the arrays of structures that {@code path} runs through, outermost first
 * @param inUnion is some enclosing member a union, so that fields overlap on purpose?
 * @param opaque is it a type of the kernel that was not unfolded?
 */
public record FieldFact(String path, int offset, int size, String kind, String type, boolean signed, ArrayFact array,
        BitFieldFact bits, List<Stride> strides, boolean inUnion, boolean opaque) {
    /** The elements of an array of structures: how many there are and how far they are apart, in bytes. */
    public record Stride(int count, int stride) {
    }

    public FieldFact {
        strides = List.copyOf(strides);
    }
}
