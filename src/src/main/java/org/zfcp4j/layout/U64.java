// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

/**
 * A field that holds an unsigned 64-bit number or an absolute address. Plain accesses; any thread.
 *
 * @param name     C name
 * @param offset   from the start of the structure, in bytes
 * @param reversed whether the {@link Geometry} reverses the byte order of s390, which is big-endian
 */
public record U64(String name, long offset, boolean reversed) implements Field {

    @Override
    public long size() {
        return 8;
    }

    /** Loads the field of the structure at {@code struct}. */
    public long get(long struct) {
        long value = Memory.getLong(struct + offset);
        return reversed ? Long.reverseBytes(value) : value;
    }

    /** Stores the field of the structure at {@code struct}. */
    public void set(long struct, long value) {
        Memory.putLong(struct + offset, reversed ? Long.reverseBytes(value) : value);
    }
}
