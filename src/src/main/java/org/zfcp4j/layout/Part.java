// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

/**
 * A field that is a structure or union of its own.
 *
 * @param name   C name
 * @param offset from the start of the structure, in bytes
 * @param size   in bytes
 */
public record Part(String name, long offset, long size) implements Field {

    /** Address of the field of the structure at {@code struct}. */
    public long at(long struct) {
        return struct + offset;
    }
}
