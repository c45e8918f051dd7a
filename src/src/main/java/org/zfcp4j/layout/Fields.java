// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.SequenceLayout;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * The words in which the structure classes write down their layouts.
 *
 * <p>Scalars are big-endian and know no alignment of their own, since most structures are packed; a structure that the
 * hardware wants aligned says so with {@link #aligned}. Nothing is padded by itself: a hole is written as {@link #gap}.
 *
 * <p>Bit fields share one scalar whose name spells them as C does, most significant bit first: {@code "akey:4 bkey:4"};
 * a part without a name, {@code ":4"}, is a hole. {@link BitField#of} reads positions from that name.
 */
public final class Fields {

    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private Fields() {
    }

    /** Members one after the other; {@code name} is the C tag or, inside another layout, the member's name. */
    public static GroupLayout struct(String name, MemoryLayout... members) {
        return MemoryLayout.structLayout(members).withName(name);
    }

    /** Members on top of each other. */
    public static GroupLayout union(String name, MemoryLayout... members) {
        return MemoryLayout.unionLayout(members).withName(name);
    }

    /** The layout with the alignment in bytes that the hardware or the C compiler demands of its address. */
    public static GroupLayout aligned(long bytes, GroupLayout layout) {
        return layout.withByteAlignment(bytes);
    }

    /** An unsigned byte. */
    public static MemoryLayout u8(String name) {
        return ValueLayout.JAVA_BYTE.withName(name);
    }

    /** An unsigned 16-bit number. */
    public static MemoryLayout u16(String name) {
        return SHORT.withName(name);
    }

    /** An unsigned 32-bit number. */
    public static MemoryLayout u32(String name) {
        return INT.withName(name);
    }

    /** A 64-bit number or an absolute address. */
    public static MemoryLayout u64(String name) {
        return LONG.withName(name);
    }

    /** {@code length} bytes without inner structure; 0 for a flexible array at the end. */
    public static SequenceLayout bytes(String name, long length) {
        return MemoryLayout.sequenceLayout(length, ValueLayout.JAVA_BYTE).withName(name);
    }

    /** {@code count} 16-bit numbers. */
    public static SequenceLayout u16s(String name, long count) {
        return MemoryLayout.sequenceLayout(count, SHORT).withName(name);
    }

    /** {@code count} 32-bit numbers. */
    public static SequenceLayout u32s(String name, long count) {
        return MemoryLayout.sequenceLayout(count, INT).withName(name);
    }

    /** {@code count} 64-bit numbers. */
    public static SequenceLayout u64s(String name, long count) {
        return MemoryLayout.sequenceLayout(count, LONG).withName(name);
    }

    /** Bit fields in one byte, most significant first. */
    public static MemoryLayout bits8(String... fields) {
        return ValueLayout.JAVA_BYTE.withName(String.join(" ", fields));
    }

    /** Bit fields in two bytes, most significant first. */
    public static MemoryLayout bits16(String... fields) {
        return SHORT.withName(String.join(" ", fields));
    }

    /** Bit fields in eight bytes, most significant first. */
    public static MemoryLayout bits64(String... fields) {
        return LONG.withName(String.join(" ", fields));
    }

    /** Another structure embedded as member {@code name}; packed around it, so without its alignment. */
    public static MemoryLayout part(String name, GroupLayout layout) {
        return layout.withByteAlignment(1).withName(name);
    }

    /** {@code count} structures in a row. */
    public static SequenceLayout parts(String name, long count, GroupLayout layout) {
        return MemoryLayout.sequenceLayout(count, layout.withByteAlignment(1)).withName(name);
    }

    /** {@code bytes} bytes that no member covers. */
    public static MemoryLayout gap(long bytes) {
        return MemoryLayout.paddingLayout(bytes);
    }

    /** Offset in bytes of the member that the names lead to. */
    public static long offset(GroupLayout layout, String... path) {
        PathElement[] elements = new PathElement[path.length];
        for (int i = 0; i < path.length; i++) {
            elements[i] = PathElement.groupElement(path[i]);
        }
        return layout.byteOffset(elements);
    }
}
