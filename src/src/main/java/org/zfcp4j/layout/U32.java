// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

/**
 * A field that holds an unsigned 32-bit number, as the {@code int} with the same bits. Plain accesses; any thread.
 *
 * @param name     C name
 * @param offset   from the start of the structure, in bytes
 * @param reversed whether the {@link Geometry} reverses the byte order of s390, which is big-endian
 */
public record U32(String name, long offset, boolean reversed) implements Field {

    @Override
    public long size() {
        return 4;
    }

    /** Loads the field of the structure at {@code struct}. */
    public int get(long struct) {
        int value = Memory.getInt(struct + offset);
        return reversed ? Integer.reverseBytes(value) : value;
    }

    /** Stores the field of the structure at {@code struct}. */
    public void set(long struct, int value) {
        Memory.putInt(struct + offset, reversed ? Integer.reverseBytes(value) : value);
    }
}
