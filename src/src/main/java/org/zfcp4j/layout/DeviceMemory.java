// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Plain accesses to numbers of QDIO and FSF structures, which have the byte order of the {@link Geometry}: big-endian unless an
 * experiment asks for the other one. Single bytes have no order, and the addresses of Fibre Channel, three bytes, never change
 * theirs: both are {@link Memory}'s. Any thread may call these.
 */
public final class DeviceMemory {
    /** A constant: one of the two branches is all that the compiler leaves, and of two reversals nothing. */
    private static final boolean LITTLE = Geometry.CURRENT.littleEndian();

    private DeviceMemory() {
    }

    /** A copy of a structure as a buffer whose numbers have the right order. */
    public static ByteBuffer wrap(byte[] copy) {
        return ByteBuffer.wrap(copy).order(LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** Loads a 16-bit number. */
    public static short getShort(long addr) {
        short value = Memory.getShort(addr);
        return LITTLE ? Short.reverseBytes(value) : value;
    }

    /** Loads a 16-bit number as 0 to 65535. */
    public static int getUnsignedShort(long addr) {
        return getShort(addr) & 0xffff;
    }

    /** Stores 16 bits. */
    public static void putShort(long addr, short value) {
        Memory.putShort(addr, LITTLE ? Short.reverseBytes(value) : value);
    }

    /** Loads a 32-bit number. */
    public static int getInt(long addr) {
        int value = Memory.getInt(addr);
        return LITTLE ? Integer.reverseBytes(value) : value;
    }

    /** Loads a 32-bit number as 0 to 2^32 - 1. */
    public static long getUnsignedInt(long addr) {
        return getInt(addr) & 0xffff_ffffL;
    }

    /** Stores 32 bits. */
    public static void putInt(long addr, int value) {
        Memory.putInt(addr, LITTLE ? Integer.reverseBytes(value) : value);
    }

    /** Loads a 64-bit number or an address. */
    public static long getLong(long addr) {
        long value = Memory.getLong(addr);
        return LITTLE ? Long.reverseBytes(value) : value;
    }

    /** Stores 64 bits. */
    public static void putLong(long addr, long value) {
        Memory.putLong(addr, LITTLE ? Long.reverseBytes(value) : value);
    }
}
