// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

/**
 * A field that holds bytes without inner structure.
 *
 * @param name   C name
 * @param offset from the start of the structure, in bytes
 * @param size   number of bytes; 0 for a flexible array at the end
 */
public record Bytes(String name, long offset, long size) implements Field {

    /** Address of the field of the structure at {@code struct}. */
    public long at(long struct) {
        return struct + offset;
    }
}
