// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Declares the members of a structure in memory order. Each declaration returns the handle of its field.
 *
 * <p>Nothing is padded implicitly: a hole is declared as {@link #gap}, and an embedded structure loses its alignment, since most
 * structures are packed. Bit fields are declared from the most significant bit downwards, as s390 compilers allocate them;
 * consecutive ones share a scalar until it is full. A structure class uses an instance in its static initializer only.
 */
public final class Members {
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final String name;
    private final long base;
    private final boolean union;
    private final boolean reversed;
    private final List<MemoryLayout> members = new ArrayList<>();
    private long size;
    private Members inner;
    private BitUnit unit;

    private Members(String name, long base, boolean union, boolean reversed) {
        this.name = name;
        this.base = base;
        this.union = union;
        this.reversed = reversed;
    }

    /** A structure of QDIO or FSF, whose numbers have the byte order of the {@link Geometry}. */
    public static Members device(String name) {
        return new Members(name, 0, false, Geometry.CURRENT.littleEndian());
    }

    /** A union of QDIO or FSF, whose numbers have the byte order of the {@link Geometry}. */
    public static Members deviceUnion(String name) {
        return new Members(name, 0, true, Geometry.CURRENT.littleEndian());
    }

    /** A structure of the Fibre Channel wire or the trace: big-endian in any geometry. */
    public static Members wire(String name) {
        return new Members(name, 0, false, false);
    }

    /** An unsigned byte. */
    public U8 u8(String member) {
        return new U8(member, add(member, ValueLayout.JAVA_BYTE));
    }

    /** An unsigned 16-bit number. */
    public U16 u16(String member) {
        return new U16(member, add(member, SHORT), reversed);
    }

    /** A signed 16-bit number. */
    public S16 s16(String member) {
        return new S16(member, add(member, SHORT), reversed);
    }

    /** A Fibre Channel address: three bytes. */
    public U24 u24(String member) {
        return new U24(member, add(member, row(3, ValueLayout.JAVA_BYTE)));
    }

    /** An unsigned 32-bit number. */
    public U32 u32(String member) {
        return new U32(member, add(member, INT), reversed);
    }

    /** A 64-bit number or an absolute address. */
    public U64 u64(String member) {
        return new U64(member, add(member, LONG), reversed);
    }

    /** {@code length} bytes without inner structure; 0 for a flexible array at the end. */
    public Bytes bytes(String member, long length) {
        return new Bytes(member, add(member, row(length, ValueLayout.JAVA_BYTE)), length);
    }

    /** {@code count} 16-bit numbers. */
    public U16s u16s(String member, long count) {
        return new U16s(member, add(member, row(count, SHORT)), count, reversed);
    }

    /** {@code count} 32-bit numbers. */
    public U32s u32s(String member, long count) {
        return new U32s(member, add(member, row(count, INT)), count, reversed);
    }

    /** {@code count} 64-bit numbers. */
    public U64s u64s(String member, long count) {
        return new U64s(member, add(member, row(count, LONG)), count, reversed);
    }

    /** Another structure, embedded. */
    public Part part(String member, GroupLayout layout) {
        return new Part(member, add(member, layout.withByteAlignment(1)), layout.byteSize());
    }

    /** {@code count} structures in a row. */
    public Parts parts(String member, long count, GroupLayout layout) {
        long stride = layout.byteSize();
        return new Parts(member, add(member, row(count, layout.withByteAlignment(1))), count, stride);
    }

    /** {@code width} bits of a byte. */
    public BitField bits8(String member, int width) {
        return bits(ValueLayout.JAVA_BYTE, member, width);
    }

    /** {@code width} bits of two bytes. */
    public BitField bits16(String member, int width) {
        return bits(SHORT, member, width);
    }

    /** {@code width} bits of eight bytes. */
    public BitField bits64(String member, int width) {
        return bits(LONG, member, width);
    }

    /** {@code width} unused bits of a byte. */
    public Members hole8(int width) {
        bits8("", width);
        return this;
    }

    /** {@code width} unused bits of two bytes. */
    public Members hole16(int width) {
        bits16("", width);
        return this;
    }

    /** An inner union: its members follow in the result, and end with the next member of this structure. */
    public Members union(String member) {
        return inner(member, true);
    }

    /** An inner structure: its members follow in the result, and end with the next member of this structure. */
    public Members struct(String member) {
        return inner(member, false);
    }

    /** This inner union or structure as a whole, after the declaration of its members. */
    public Part whole() {
        seal();
        return new Part(name, base, size);
    }

    /** {@code bytes} bytes that no member covers. */
    public Members gap(long bytes) {
        seal();
        append(MemoryLayout.paddingLayout(bytes));
        return this;
    }

    /** A byte that the driver does not use. */
    public Members reserved8(String member) {
        u8(member);
        return this;
    }

    /** A 16-bit number that the driver does not use. */
    public Members reserved16(String member) {
        u16(member);
        return this;
    }

    /** A 32-bit number that the driver does not use. */
    public Members reserved32(String member) {
        u32(member);
        return this;
    }

    /** A 64-bit number that the driver does not use. */
    public Members reserved64(String member) {
        u64(member);
        return this;
    }

    /** {@code length} bytes that the driver does not use. */
    public Members reserved(String member, long length) {
        bytes(member, length);
        return this;
    }

    /** {@code count} 32-bit numbers that the driver does not use. */
    public Members u32sReserved(String member, long count) {
        u32s(member, count);
        return this;
    }

    /** The structure that the declared members make up. */
    public GroupLayout layout() {
        seal();
        MemoryLayout[] all = members.toArray(MemoryLayout[]::new);
        return (union ? MemoryLayout.unionLayout(all) : MemoryLayout.structLayout(all)).withName(name);
    }

    /** The same, with the alignment in bytes that the hardware or the C compiler requires. */
    public GroupLayout aligned(long bytes) {
        return layout().withByteAlignment(bytes);
    }

    private Members inner(String member, boolean overlaid) {
        seal();
        inner = new Members(member, next(), overlaid, reversed);
        return inner;
    }

    private BitField bits(ValueLayout scalar, String member, int width) {
        if (unit == null || unit.isFull() || !unit.scalar.equals(scalar)) {
            seal();
            unit = new BitUnit(scalar, next());
        }
        return unit.add(member, width);
    }

    private long add(String member, MemoryLayout layout) {
        seal();
        return append(layout.withName(member));
    }

    private long append(MemoryLayout layout) {
        long offset = next();
        members.add(layout);
        size = union ? Math.max(size, layout.byteSize()) : size + layout.byteSize();
        return offset;
    }

    private long next() {
        return base + (union ? 0 : size);
    }

    /** Ends an inner group or a scalar of bit fields that is still open. */
    private void seal() {
        if (inner != null) {
            MemoryLayout layout = inner.layout();
            inner = null;
            append(layout);
        }
        if (unit != null) {
            MemoryLayout layout = unit.layout();
            unit = null;
            append(layout);
        }
    }

    private static MemoryLayout row(long count, MemoryLayout element) {
        return MemoryLayout.sequenceLayout(count, element);
    }

    /** A scalar that bit fields share; its name spells them, for {@link BitField#in}. */
    private static final class BitUnit {
        private final ValueLayout scalar;
        private final long offset;
        private final List<String> spelled = new ArrayList<>();
        private int used;

        private BitUnit(ValueLayout scalar, long offset) {
            this.scalar = scalar;
            this.offset = offset;
        }

        private boolean isFull() {
            return used == scalar.byteSize() * 8;
        }

        private BitField add(String member, int width) {
            BitField field = new BitField(member, offset, (int) scalar.byteSize(), used, width);
            spelled.add(member + ":" + width);
            used += width;
            return field;
        }

        private MemoryLayout layout() {
            return scalar.withName(String.join(" ", spelled));
        }
    }
}
