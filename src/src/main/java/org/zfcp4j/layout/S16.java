// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

/**
 * A field that holds a signed 16-bit number. Plain accesses; any thread.
 *
 * @param name     C name
 * @param offset   from the start of the structure, in bytes
 * @param reversed whether the {@link Geometry} reverses the byte order of s390, which is big-endian
 */
public record S16(String name, long offset, boolean reversed) implements Field {

    @Override
    public long size() {
        return 2;
    }

    /** Loads the field of the structure at {@code struct}. */
    public int get(long struct) {
        short value = Memory.getShort(struct + offset);
        return reversed ? Short.reverseBytes(value) : value;
    }

    /** Stores the field of the structure at {@code struct}: the low 16 bits of {@code value}. */
    public void set(long struct, int value) {
        Memory.putShort(struct + offset, reversed ? Short.reverseBytes((short) value) : (short) value);
    }
}
