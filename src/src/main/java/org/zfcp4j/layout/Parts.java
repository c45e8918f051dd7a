// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

/**
 * A field that is an array of structures.
 *
 * @param name   C name
 * @param offset of the first element from the start of the structure, in bytes
 * @param count  number of elements
 * @param stride size of an element in bytes
 */
public record Parts(String name, long offset, long count, long stride) implements Field {

    @Override
    public long size() {
        return count * stride;
    }

    /** Address of element {@code index} of the structure at {@code struct}; the index is not checked. */
    public long at(long struct, long index) {
        return struct + offset + index * stride;
    }
}
