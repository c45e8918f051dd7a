// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfcp4j.checked.CopyLoader;

/** Big-endian access at absolute addresses. */
class MemoryTest {

    private final Arena arena = Arena.ofConfined();
    private final long address = arena.allocate(1024, 8).address();

    @AfterEach
    void free() {
        arena.close();
    }

    @Test
    void numbersAreBigEndianInMemory() {
        Memory.putShort(address, (short) 0x0102);
        Memory.putInt(address + 2, 0x03040506);
        Memory.putLong(address + 6, 0x0708090a0b0c0d0eL);
        Memory.put24(address + 14, 0xff101112);
        assertEquals("0102030405060708090a0b0c0d0e101112", Memory.hex(address, 17));
        assertEquals(0x0102, Memory.getShort(address));
        assertEquals(0x03040506, Memory.getInt(address + 2));
        assertEquals(0x0708090a0b0c0d0eL, Memory.getLong(address + 6));
        assertEquals(0x101112, Memory.get24(address + 14));
    }

    @Test
    void unsignedLoadsAreNotNegative() {
        Memory.fill(address, 8, (byte) 0xff);
        assertEquals(0xff, Memory.getUnsignedByte(address));
        assertEquals(0xffff, Memory.getUnsignedShort(address + 1));
        assertEquals(0xffffff, Memory.get24(address));
        assertEquals(0xffff_ffffL, Memory.getUnsignedInt(address + 1));
        assertEquals(-1, Memory.getByte(address));
    }

    @Test
    void orderedAccessesSeeTheSameBytesAsPlainOnes() {
        Memory.putByteOpaque(address, (byte) 1);
        Memory.putByteRelease(address + 1, (byte) 2);
        Memory.putIntRelease(address + 4, 0x03040506);
        Memory.putLongRelease(address + 8, 0x0708090a0b0c0d0eL);
        Memory.putIntVolatile(address + 16, 0x0f101112);
        Memory.putLongVolatile(address + 24, 0x1314151617181920L);
        assertEquals("01020000" + "03040506" + "0708090a0b0c0d0e" + "0f10111200000000" + "1314151617181920",
                Memory.hex(address, 32));
        assertEquals(1, Memory.getByteAcquire(address));
        assertEquals(2, Memory.getByteOpaque(address + 1));
        assertEquals(0x03040506, Memory.getIntAcquire(address + 4));
        assertEquals(0x03040506, Memory.getIntVolatile(address + 4));
        assertEquals(0x1314151617181920L, Memory.getLongAcquire(address + 24));
        assertEquals(0x1314151617181920L, Memory.getLongVolatile(address + 24));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 16, 255, 256, 257, 512})
    void zeroClearsExactlyItsRange(int length) {
        Memory.fill(address, 1024, (byte) 0xee);
        Memory.zero(address + 8, length);
        assertEquals("ee".repeat(8) + "00".repeat(length) + "ee".repeat(8), Memory.hex(address, 16 + length));
    }

    @Test
    void copyMayOverlap() {
        Memory.put(address, new byte[] {1, 2, 3, 4});
        Memory.copy(address, address + 1, 4);
        assertArrayEquals(new byte[] {1, 1, 2, 3, 4}, Memory.bytes(address, 5));
        Memory.copy(address + 1, address + 16, 4);
        assertTrue(Memory.equal(address + 1, address + 16, 4));
        assertFalse(Memory.equal(address, address + 16, 4));
    }

    @Test
    void withoutACheckingLoaderNothingIsChecked() {
        assertFalse(Memory.CHECKED);
        MemoryGuard old = Memory.guard((addr, len, access) -> {
            throw new AssertionError("asked");
        });
        try {
            Memory.putLong(address, Memory.getLong(address));
        } finally {
            Memory.guard(old);
        }
    }

    @Test
    void inACheckingLoaderEveryAccessIsSeenWithItsOrdering() {
        Supplier<?> checked = CopyLoader.checked(bytes -> bytes).newInstance(Checked.class, Supplier.class);
        assertEquals("[WRITE 0+8, VOLATILE_READ 0+8, ACQUIRE_READ 0+1, RELEASE_WRITE 3+1, OPAQUE_WRITE 2+1, READ 4+4, WRITE 8+16, "
                + "WRITE 32+300, READ 0+4, WRITE 16+4, READ 2+3]", checked.get());
    }

    /** Runs in the checking loader. */
    public static final class Checked implements Supplier<String> {
        @Override
        public String get() {
            List<String> seen = new ArrayList<>();
            try (Arena arena = Arena.ofConfined()) {
                long base = arena.allocate(1024, 8).address();
                Memory.guard((addr, len, access) -> seen.add(access + " " + (addr - base) + "+" + len));
                Memory.putLong(base, 1);
                Memory.getLongVolatile(base);
                Memory.getByteAcquire(base);
                Memory.putByteRelease(base + 3, (byte) 0);
                Memory.putByteOpaque(base + 2, (byte) 0);
                Memory.getInt(base + 4);
                Memory.zero(base + 8, 16);
                Memory.zero(base + 32, 300);
                Memory.copy(base, base + 16, 4);
                Memory.get24(base + 2);
            }
            return seen.toString();
        }
    }
}
