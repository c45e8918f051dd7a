// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SequenceLayout;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zfcp4j.layout.catalog.Structures;
import org.zfcp4j.layout.dbf.DebugEntry;
import org.zfcp4j.layout.fsf.FsfQtcbBottomPort;
import org.zfcp4j.layout.qdio.Qdesfmt0;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.layout.qdio.Slsb;

/** Field handles read and write exactly their member, big-endian, and leave the neighbours alone. */
class AccessorTest {

    private static final long PATTERN = 0xf1e2_d3c4_b5a6_9788L;

    private final Arena arena = Arena.ofConfined();

    static Stream<Structure> structures() {
        return Structures.all().stream();
    }

    @AfterEach
    void free() {
        arena.close();
    }

    @ParameterizedTest
    @MethodSource("structures")
    void everyMemberHasItsHandle(Structure structure) throws ReflectiveOperationException {
        Class<?> type = structure.accessors();
        assertEquals((int) structure.size(), type.getField("SIZE").getInt(null));
        Set<String> inside = new HashSet<>();
        Set<String> handles = new HashSet<>();
        for (Structure.Field member : structure.fields()) {
            if (isInsideOf(inside, member.path()) || member.path().matches("u|sp_u|sp_u\\.sp_(plogi|flogi_acc)")) {
                continue;
            }
            if (member.layout() instanceof GroupLayout && Structures.all().stream().anyMatch(other -> embeds(other, member))) {
                inside.add(member.path() + ".");
            }
            String constant = CNames.constant(member.path());
            if (type != Slsb.class && (!CNames.isReserved(member.path()) || isDeclared(type, constant))) {
                Field field = (Field) type.getField(constant).get(null);
                handles.add(constant);
                assertEquals(member.path().substring(member.path().lastIndexOf('.') + 1), field.name());
                assertEquals(member.offset(), field.offset(), member.path());
                assertEquals(member.size(), field.size(), member.path());
                check(structure, member, field);
            }
        }
        assertEquals(handles, declared(type), "handles of no member");
    }

    @Test
    void bitFieldsCountFromTheMostSignificantBit() {
        long address = allocate(32);
        Qdesfmt0.AKEY.set(address, 0x9);
        assertEquals("9000", Memory.hex(address + 28, 2));
        Qdesfmt0.CKEY.set(address, 0x5);
        Qdesfmt0.DKEY.set(address, 0xff);
        assertEquals("905f", Memory.hex(address + 28, 2));
        assertEquals(0xf, (int) Qdesfmt0.DKEY.get(address));
        Qdesfmt0.AKEY.set(address, 0);
        assertEquals("005f", Memory.hex(address + 28, 2));
    }

    @Test
    void wideBitFieldsShareTheirDoubleWord() {
        long address = allocate(DebugEntry.SIZE);
        DebugEntry.LEVEL.set(address, 6);
        DebugEntry.EXCEPTION.set(address, 1);
        DebugEntry.CLOCK.set(address, 0x0123_4567_89ab_cdeL);
        assertEquals("0123456789abcdee", Memory.hex(address, 8));
        assertEquals(0x0123_4567_89ab_cdeL, DebugEntry.CLOCK.get(address));
        DebugEntry.CLOCK.set(address, -1);
        assertEquals("fffffffffffffffe", Memory.hex(address, 8));
        assertEquals(0x0fff_ffff_ffff_ffffL, DebugEntry.CLOCK.get(address));
        assertEquals(6, (int) DebugEntry.LEVEL.get(address));
    }

    @Test
    void temperatureIsSigned() {
        long address = allocate(FsfQtcbBottomPort.SIZE);
        FsfQtcbBottomPort.TEMPERATURE.set(address, -256);
        assertEquals(-256, FsfQtcbBottomPort.TEMPERATURE.get(address));
        FsfQtcbBottomPort.VCC.set(address, 0xfffe);
        assertEquals(0xfffe, FsfQtcbBottomPort.VCC.get(address));
    }

    @Test
    void aStorageBlockElementIsWrittenAsTheChannelReadsIt() {
        long address = allocate(16);
        QdioBufferElement.EFLAGS.set(address, 0x40);
        QdioBufferElement.SCOUNT.set(address, 35);
        QdioBufferElement.SFLAGS.set(address, 0x1e);
        QdioBufferElement.LENGTH.set(address, 4096);
        QdioBufferElement.ADDR.set(address, 0x0123_4567_89ab_cdefL);
        assertEquals("4000231e000010000123456789abcdef", Memory.hex(address, 16));
    }

    @Test
    void statesHaveTheSameBytesInEveryOrdering() {
        long address = allocate(Slsb.SIZE);
        Slsb.val(address, 0, 0x62);
        Slsb.valOpaque(address, 1, 0xa1);
        Slsb.valRelease(address, 127, 0xaf);
        assertEquals(0x62, Slsb.valOpaque(address, 0));
        assertEquals(0xa1, Slsb.valAcquire(address, 1));
        assertEquals(0xaf, Slsb.val(address, 127));
        assertEquals("62a100", Memory.hex(address, 3));
        assertEquals("af", Memory.hex(address + 127, 1));
    }

    private void check(Structure structure, Structure.Field member, Field field) {
        long address = allocate(structure.size());
        switch (field) {
            case BitField bits -> {
                long value = PATTERN & ((1L << member.bitSize()) - 1) | 1;
                bits.set(address, value);
                assertEquals(value, bits.get(address), member.path());
                int shift = (int) (structure.size() * 8 - member.offset() * 8 - member.bitOffset() - member.bitSize());
                assertContent(BigInteger.valueOf(value).shiftLeft(shift), structure, member, address);
            }
            case U8 number -> scalar(structure, member, address, () -> number.set(address, (int) PATTERN), () -> number.get(address), true);
            case U16 number -> scalar(structure, member, address, () -> number.set(address, (int) PATTERN), () -> number.get(address), true);
            case S16 number -> scalar(structure, member, address, () -> number.set(address, (int) PATTERN), () -> number.get(address), false);
            case U24 number -> scalar(structure, member, address, () -> number.set(address, (int) PATTERN), () -> number.get(address), true);
            case U32 number -> scalar(structure, member, address, () -> number.set(address, (int) PATTERN), () -> number.get(address), false);
            case U64 number -> scalar(structure, member, address, () -> number.set(address, PATTERN), () -> number.get(address), false);
            case U16s row -> element(structure, member, address, row.count(), index -> row.set(address, index, (int) PATTERN),
                    index -> row.get(address, index));
            case U32s row -> element(structure, member, address, row.count(), index -> row.set(address, index, (int) PATTERN),
                    index -> row.get(address, index));
            case U64s row -> element(structure, member, address, row.count(), index -> row.set(address, index, PATTERN),
                    index -> row.get(address, index));
            case Bytes bytes -> assertEquals(address + member.offset(), bytes.at(address), member.path());
            case Part part -> assertEquals(address + member.offset(), part.at(address), member.path());
            case Parts parts -> {
                SequenceLayout row = (SequenceLayout) member.layout();
                long last = row.elementCount() - 1;
                assertEquals(row.elementCount(), parts.count());
                assertEquals(address + member.offset() + last * row.elementLayout().byteSize(), parts.at(address, last), member.path());
            }
        }
    }

    private static void scalar(Structure structure, Structure.Field member, long address, Runnable store, LongSupplier load,
            boolean unsigned) {
        store.run();
        int bytes = (int) member.size();
        BigInteger value = BigInteger.valueOf(PATTERN & mask(bytes)).and(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));
        assertContent(value.shiftLeft((int) (structure.size() - member.offset() - bytes) * 8), structure, member, address);
        long read = load.getAsLong();
        assertEquals(PATTERN & mask(bytes), read & mask(bytes), member.path());
        assertTrue(!unsigned || read >= 0, member.path() + " is unsigned");
    }

    private static void element(Structure structure, Structure.Field member, long address, long count, LongConsumer store,
            LongUnaryOperator load) {
        assertEquals(((SequenceLayout) member.layout()).elementCount(), count);
        store.accept(count - 1);
        int bytes = (int) (member.size() / count);
        BigInteger value = BigInteger.valueOf(PATTERN & mask(bytes)).and(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));
        assertContent(value.shiftLeft((int) (structure.size() - member.offset() - member.size()) * 8), structure, member, address);
        assertEquals(PATTERN & mask(bytes), load.applyAsLong(count - 1) & mask(bytes), member.path());
    }

    private static void assertContent(BigInteger expected, Structure structure, Structure.Field member, long address) {
        assertEquals(expected, new BigInteger(1, Memory.bytes(address, (int) structure.size())), member.path());
    }

    private static long mask(int bytes) {
        return bytes == 8 ? -1 : (1L << bytes * 8) - 1;
    }

    private static Set<String> declared(Class<?> type) {
        return Arrays.stream(type.getFields()).filter(field -> Field.class.isAssignableFrom(field.getType()))
                .map(java.lang.reflect.Field::getName).collect(Collectors.toSet());
    }

    private static boolean isDeclared(Class<?> type, String constant) {
        return declared(type).contains(constant);
    }

    private static boolean embeds(Structure other, Structure.Field field) {
        GroupLayout part = other.layout();
        return part.withByteAlignment(1).withName("x").equals(((GroupLayout) field.layout()).withName("x"));
    }

    private static boolean isInsideOf(Set<String> prefixes, String path) {
        return path.contains("[].") || prefixes.stream().anyMatch(path::startsWith);
    }

    private long allocate(long bytes) {
        MemorySegment segment = arena.allocate(Math.max(bytes, 8), 8);
        return segment.address();
    }
}
