// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

/**
 * A field that holds a Fibre Channel address: 24 bits, big-endian in any {@link Geometry}. Plain accesses; any thread.
 *
 * @param name   C name
 * @param offset from the start of the structure, in bytes
 */
public record U24(String name, long offset) implements Field {

    @Override
    public long size() {
        return 3;
    }

    /** Loads the field of the structure at {@code struct}. */
    public int get(long struct) {
        return Memory.get24(struct + offset);
    }

    /** Stores the field of the structure at {@code struct}: the low 24 bits of {@code value}. */
    public void set(long struct, int value) {
        Memory.put24(struct + offset, value);
    }
}
