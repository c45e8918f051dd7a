// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

/**
 * A field that holds an array of unsigned 64-bit numbers. Plain accesses; any thread.
 *
 * @param name     C name
 * @param offset   of the first element from the start of the structure, in bytes
 * @param count    number of elements
 * @param reversed whether the {@link Geometry} reverses the byte order of s390, which is big-endian
 */
public record U64s(String name, long offset, long count, boolean reversed) implements Field {

    @Override
    public long size() {
        return count * 8;
    }

    /** Loads element {@code index} of the structure at {@code struct}; the index is not checked. */
    public long get(long struct, long index) {
        long value = Memory.getLong(struct + offset + index * 8);
        return reversed ? Long.reverseBytes(value) : value;
    }

    /** Stores element {@code index} of the structure at {@code struct}; the index is not checked. */
    public void set(long struct, long index, long value) {
        Memory.putLong(struct + offset + index * 8, reversed ? Long.reverseBytes(value) : value);
    }
}
