// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * The only place where off-heap memory is touched: typed, big-endian accesses at absolute addresses.
 *
 * <p>What the channel reads and writes is big-endian, as on s390, whatever the machine underneath. An address is a
 * {@code long}, the same number that appears in an SBALE or a QDR. The name of an accessor states its ordering: none for
 * plain memory that its current owner alone touches, {@code Opaque} for a byte that both sides look at, {@code Acquire}
 * and {@code Release} for a hand-over, {@code Volatile} where the C driver has a full barrier. Plain accesses need no
 * alignment; ordered ones need the natural alignment of their type.
 *
 * <p>The segment and the handles are constants, so that a compiled access is one machine instruction plus the byte
 * swap. All methods may be called from any thread.
 */
public final class Memory {

    /** The whole address space, so that the offset into the segment is the address itself. */
    @SuppressWarnings("restricted")
    public static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    /** The name of a class loader whose copy of this class asks the {@link MemoryGuard}; see {@code org.zfcp4j.checked}. */
    public static final String CHECKING_LOADER = "checked";

    /**
     * Whether each access asks the {@link MemoryGuard}: in classes that a loader of that name has loaded. A constant: the compiler
     * removes the question where it is off.
     */
    public static final boolean CHECKED = CHECKING_LOADER.equals(Memory.class.getClassLoader().getName());

    private static final int PAGE = 4096;
    /** A page that nobody writes. */
    private static final MemorySegment ZEROS = Arena.global().allocate(PAGE, PAGE);

    private static final VarHandle BYTE = ValueLayout.JAVA_BYTE.varHandle();
    private static final VarHandle SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN).varHandle();
    private static final VarHandle INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN).varHandle();
    private static final VarHandle LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN).varHandle();
    private static final VarHandle ALIGNED_INT = ValueLayout.JAVA_INT.withOrder(ByteOrder.BIG_ENDIAN).varHandle();
    private static final VarHandle ALIGNED_LONG = ValueLayout.JAVA_LONG.withOrder(ByteOrder.BIG_ENDIAN).varHandle();

    private static volatile MemoryGuard guard = (addr, len, access) -> { };

    private Memory() {
    }

    /**
     * Installs the judge of every access; without effect unless {@link #CHECKED}.
     *
     * @param newGuard the guard, not {@code null}
     * @return the guard it replaces
     */
    public static MemoryGuard guard(MemoryGuard newGuard) {
        MemoryGuard old = guard;
        guard = newGuard;
        return old;
    }

    private static void check(long addr, long len, Access access) {
        if (CHECKED) {
            guard.check(addr, len, access);
        }
    }

    /** Plain load of the byte at {@code addr}. */
    public static byte getByte(long addr) {
        check(addr, 1, Access.READ);
        return (byte) BYTE.get(ALL, addr);
    }

    /** Plain store of a byte. */
    public static void putByte(long addr, byte value) {
        check(addr, 1, Access.WRITE);
        BYTE.set(ALL, addr, value);
    }

    /** Plain load of a byte as a number from 0 to 255. */
    public static int getUnsignedByte(long addr) {
        return getByte(addr) & 0xff;
    }

    /** Plain load of a big-endian 16-bit number as 0 to 65535. */
    public static int getUnsignedShort(long addr) {
        return getShort(addr) & 0xffff;
    }

    /** Plain load of a big-endian 32-bit number as 0 to 2^32 - 1. */
    public static long getUnsignedInt(long addr) {
        return getInt(addr) & 0xffff_ffffL;
    }

    /** Plain load of a big-endian 16-bit number. */
    public static short getShort(long addr) {
        check(addr, 2, Access.READ);
        return (short) SHORT.get(ALL, addr);
    }

    /** Plain big-endian store of 16 bits. */
    public static void putShort(long addr, short value) {
        check(addr, 2, Access.WRITE);
        SHORT.set(ALL, addr, value);
    }

    /** Plain load of a big-endian 32-bit number. */
    public static int getInt(long addr) {
        check(addr, 4, Access.READ);
        return (int) INT.get(ALL, addr);
    }

    /** Plain big-endian store of 32 bits. */
    public static void putInt(long addr, int value) {
        check(addr, 4, Access.WRITE);
        INT.set(ALL, addr, value);
    }

    /** Plain load of a big-endian 64-bit number. */
    public static long getLong(long addr) {
        check(addr, 8, Access.READ);
        return (long) LONG.get(ALL, addr);
    }

    /** Plain big-endian store of 64 bits. */
    public static void putLong(long addr, long value) {
        check(addr, 8, Access.WRITE);
        LONG.set(ALL, addr, value);
    }

    /** Plain load of a big-endian 24-bit number, as Fibre Channel addresses are. */
    public static int get24(long addr) {
        check(addr, 3, Access.READ);
        return ((byte) BYTE.get(ALL, addr) & 0xff) << 16 | ((short) SHORT.get(ALL, addr + 1) & 0xffff);
    }

    /** Plain big-endian store of the low 24 bits of {@code value}. */
    public static void put24(long addr, int value) {
        check(addr, 3, Access.WRITE);
        BYTE.set(ALL, addr, (byte) (value >>> 16));
        SHORT.set(ALL, addr + 1, (short) value);
    }

    /** Opaque load of a byte: seen once, in order with other accesses to the same byte, not with anything else. */
    public static byte getByteOpaque(long addr) {
        check(addr, 1, Access.OPAQUE_READ);
        return (byte) BYTE.getOpaque(ALL, addr);
    }

    /** Opaque store of a byte; the caller brings the fences. */
    public static void putByteOpaque(long addr, byte value) {
        check(addr, 1, Access.OPAQUE_WRITE);
        BYTE.setOpaque(ALL, addr, value);
    }

    /** Acquire load of a byte: what the other side stored before its release is visible afterwards. */
    public static byte getByteAcquire(long addr) {
        check(addr, 1, Access.ACQUIRE_READ);
        return (byte) BYTE.getAcquire(ALL, addr);
    }

    /** Release store of a byte: hands over everything stored before. */
    public static void putByteRelease(long addr, byte value) {
        check(addr, 1, Access.RELEASE_WRITE);
        BYTE.setRelease(ALL, addr, value);
    }

    /** Acquire load of an aligned big-endian 32-bit number. */
    public static int getIntAcquire(long addr) {
        check(addr, 4, Access.ACQUIRE_READ);
        return (int) ALIGNED_INT.getAcquire(ALL, addr);
    }

    /** Release store of an aligned big-endian 32-bit number. */
    public static void putIntRelease(long addr, int value) {
        check(addr, 4, Access.RELEASE_WRITE);
        ALIGNED_INT.setRelease(ALL, addr, value);
    }

    /** Volatile load of an aligned big-endian 32-bit number. */
    public static int getIntVolatile(long addr) {
        check(addr, 4, Access.VOLATILE_READ);
        return (int) ALIGNED_INT.getVolatile(ALL, addr);
    }

    /** Volatile store of an aligned big-endian 32-bit number. */
    public static void putIntVolatile(long addr, int value) {
        check(addr, 4, Access.VOLATILE_WRITE);
        ALIGNED_INT.setVolatile(ALL, addr, value);
    }

    /** Acquire load of an aligned big-endian 64-bit number. */
    public static long getLongAcquire(long addr) {
        check(addr, 8, Access.ACQUIRE_READ);
        return (long) ALIGNED_LONG.getAcquire(ALL, addr);
    }

    /** Release store of an aligned big-endian 64-bit number. */
    public static void putLongRelease(long addr, long value) {
        check(addr, 8, Access.RELEASE_WRITE);
        ALIGNED_LONG.setRelease(ALL, addr, value);
    }

    /** Volatile load of an aligned big-endian 64-bit number. */
    public static long getLongVolatile(long addr) {
        check(addr, 8, Access.VOLATILE_READ);
        return (long) ALIGNED_LONG.getVolatile(ALL, addr);
    }

    /** Volatile store of an aligned big-endian 64-bit number. */
    public static void putLongVolatile(long addr, long value) {
        check(addr, 8, Access.VOLATILE_WRITE);
        ALIGNED_LONG.setVolatile(ALL, addr, value);
    }

    /** Sets {@code len} bytes at {@code addr} to {@code value}, plain. */
    public static void fill(long addr, long len, byte value) {
        check(addr, len, Access.WRITE);
        ALL.asSlice(addr, len).fill(value);
    }

    /**
     * Clears {@code len} bytes at {@code addr}, plain: a page in a loop, of which the compiler makes vector stores; less, as SBALs and
     * QTCBs are, by a copy of zeros, which is faster than a loop that begins and ends for so few. Neither allocates, also where the caller
     * is too deep to be inlined. The bulk operation takes twice as long for a page, and works on a slice, which then is an object.
     */
    public static void zero(long addr, long len) {
        check(addr, len, Access.WRITE);
        if (len == PAGE) {
            zeroPage(addr);
        } else if (len < PAGE) {
            MemorySegment.copy(ZEROS, 0, ALL, addr, len);
        } else {
            ALL.asSlice(addr, len).fill((byte) 0);
        }
    }

    /** Counted by words: where bytes are counted, the compiler works out an address for each of them. */
    private static void zeroPage(long addr) {
        for (int i = 0; i < PAGE / Long.BYTES; i++) {
            LONG.set(ALL, addr + (long) i * Long.BYTES, 0L);
        }
    }

    /** Copies {@code len} bytes, plain; the ranges may overlap. */
    public static void copy(long from, long to, long len) {
        check(from, len, Access.READ);
        check(to, len, Access.WRITE);
        MemorySegment.copy(ALL, from, ALL, to, len);
    }

    /** Copies {@code length} bytes of {@code bytes} from index {@code start} to {@code addr}. */
    public static void put(long addr, byte[] bytes, int start, int length) {
        check(addr, length, Access.WRITE);
        MemorySegment.copy(bytes, start, ALL, ValueLayout.JAVA_BYTE, addr, length);
    }

    /** Copies a whole array to {@code addr}. */
    public static void put(long addr, byte[] bytes) {
        put(addr, bytes, 0, bytes.length);
    }

    /** Copies {@code length} bytes at {@code addr} into {@code bytes} from index {@code start} on. */
    public static void get(long addr, byte[] bytes, int start, int length) {
        check(addr, length, Access.READ);
        MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, addr, bytes, start, length);
    }

    /** The {@code length} bytes at {@code addr} as a new array. */
    public static byte[] bytes(long addr, int length) {
        byte[] bytes = new byte[length];
        get(addr, bytes, 0, length);
        return bytes;
    }

    /** Whether {@code len} bytes at both addresses are the same, as {@code memcmp} says 0. */
    public static boolean equal(long a, long b, long len) {
        check(a, len, Access.READ);
        check(b, len, Access.READ);
        return MemorySegment.mismatch(ALL, a, a + len, ALL, b, b + len) < 0;
    }

    /** The {@code length} bytes at {@code addr} as lower-case hexadecimal digits without separators. */
    public static String hex(long addr, int length) {
        return HexFormat.of().formatHex(bytes(addr, length));
    }
}
