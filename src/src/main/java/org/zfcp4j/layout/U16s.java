// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

/**
 * A field that holds an array of unsigned 16-bit numbers. Plain accesses; any thread.
 *
 * @param name     C name
 * @param offset   of the first element from the start of the structure, in bytes
 * @param count    number of elements
 * @param reversed whether the {@link Geometry} reverses the byte order of s390, which is big-endian
 */
public record U16s(String name, long offset, long count, boolean reversed) implements Field {

    @Override
    public long size() {
        return count * 2;
    }

    /** Loads element {@code index} of the structure at {@code struct}; the index is not checked. */
    public int get(long struct, long index) {
        short value = Memory.getShort(struct + offset + index * 2);
        return (reversed ? Short.reverseBytes(value) : value) & 0xffff;
    }

    /** Stores element {@code index} of the structure at {@code struct}; the index is not checked. */
    public void set(long struct, long index, int value) {
        Memory.putShort(struct + offset + index * 2, reversed ? Short.reverseBytes((short) value) : (short) value);
    }
}
