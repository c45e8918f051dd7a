// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

/**
 * A field that holds a byte, a number from 0 to 255. Plain accesses; any thread.
 *
 * @param name   C name
 * @param offset from the start of the structure, in bytes
 */
public record U8(String name, long offset) implements Field {

    @Override
    public long size() {
        return 1;
    }

    /** Loads the field of the structure at {@code struct}. */
    public int get(long struct) {
        return Memory.getUnsignedByte(struct + offset);
    }

    /** Stores the field of the structure at {@code struct}: the low 8 bits of {@code value}. */
    public void set(long struct, int value) {
        Memory.putByte(struct + offset, (byte) value);
    }
}
