// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

import java.lang.foreign.MemoryLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * A bit field: its position in the scalar that holds it, and access to it.
 *
 * <p>s390 compilers allot bit fields from the most significant bit of a big-endian unit downwards. As a constant of a
 * structure class, everything in it folds: an access is a load, a shift and a mask.
 *
 * @param name   C name
 * @param offset of the holding scalar from the start of the structure, in bytes
 * @param bytes  size of the holding scalar: 1, 2 or 8
 * @param first  position in the scalar, counted from its most significant bit, which is 0
 * @param width  number of bits
 */
public record BitField(String name, long offset, int bytes, int first, int width) implements Field {

    /** Rejects scalars that no layout uses. */
    public BitField {
        if (bytes != 1 && bytes != 2 && bytes != 8) {
            throw new IllegalArgumentException(name + ": a bit field needs a scalar of 1, 2 or 8 bytes, not " + bytes);
        }
    }

    /**
     * The bit fields that a scalar's name spells.
     *
     * @param scalar member of a structure, declared by {@link Members}
     * @param offset of that member from the start of the structure
     * @return the named fields in their order; empty when the member holds none
     */
    public static List<BitField> in(MemoryLayout scalar, long offset) {
        List<BitField> fields = new ArrayList<>();
        String spelled = scalar.name().orElse("");
        if (spelled.indexOf(':') < 0) {
            return fields;
        }
        int first = 0;
        for (String field : spelled.split(" ")) {
            int colon = field.indexOf(':');
            int width = Integer.parseInt(field.substring(colon + 1));
            if (colon > 0) {
                fields.add(new BitField(field.substring(0, colon), offset, (int) scalar.byteSize(), first, width));
            }
            first += width;
        }
        return fields;
    }

    @Override
    public long size() {
        return bytes;
    }

    /** Distance of the least significant bit of the field from that of its scalar. */
    public int shift() {
        return bytes * 8 - first - width;
    }

    /** The bits of the field within its scalar. */
    public long mask() {
        return (width == 64 ? -1L : (1L << width) - 1) << shift();
    }

    /** Loads the field of the structure at {@code struct}, as an unsigned number, plain. */
    public long get(long struct) {
        return (scalar(struct) & mask()) >>> shift();
    }

    /** Stores the low bits of {@code value} and keeps the other bits of the scalar, plain and not atomic. */
    public void set(long struct, long value) {
        long merged = scalar(struct) & ~mask() | value << shift() & mask();
        switch (bytes) {
            case 1 -> Memory.putByte(struct + offset, (byte) merged);
            case 2 -> Memory.putShort(struct + offset, (short) merged);
            default -> Memory.putLong(struct + offset, merged);
        }
    }

    private long scalar(long struct) {
        return switch (bytes) {
            case 1 -> Memory.getUnsignedByte(struct + offset);
            case 2 -> Memory.getUnsignedShort(struct + offset);
            default -> Memory.getLong(struct + offset);
        };
    }
}
