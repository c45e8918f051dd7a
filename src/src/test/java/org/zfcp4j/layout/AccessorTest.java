// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SequenceLayout;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

/** Accessors read and write exactly their member, big-endian, and leave the neighbours alone. */
class AccessorTest {

    private static final long PATTERN = 0xf1e2_d3c4_b5a6_9788L;
    private static final Set<String> CHANNEL_ONLY_COUNTERS = counters();

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
    void everyMemberHasItsAccessors(Structure structure) throws ReflectiveOperationException {
        Class<?> type = structure.accessors();
        assertEquals((int) structure.size(), type.getField("SIZE").getInt(null));
        Set<String> inside = new HashSet<>();
        for (Structure.Field field : structure.fields()) {
            if (isInsideOf(inside, field.path()) || field.path().matches("u|sp_u|sp_u\\.sp_(plogi|flogi_acc)")) {
                continue;
            }
            if (field.layout() instanceof GroupLayout && Structures.all().stream()
                    .anyMatch(other -> embeds(other, field))) {
                inside.add(field.path() + ".");
            }
            if (!field.isBitField()) {
                assertEquals(field.offset(), type.getField(CNames.offset(field.path())).getLong(null), field.path());
            }
            if (field.layout() instanceof GroupLayout || !CNames.isReserved(field.path())) {
                check(structure, field);
            }
        }
    }

    @Test
    void bitFieldsCountFromTheMostSignificantBit() {
        long address = allocate(32);
        Qdesfmt0.akey(address, 0x9);
        assertEquals("9000", Memory.hex(address + 28, 2));
        Qdesfmt0.ckey(address, 0x5);
        Qdesfmt0.dkey(address, 0xff);
        assertEquals("905f", Memory.hex(address + 28, 2));
        assertEquals(0xf, Qdesfmt0.dkey(address));
        Qdesfmt0.akey(address, 0);
        assertEquals("005f", Memory.hex(address + 28, 2));
    }

    @Test
    void wideBitFieldsShareTheirDoubleWord() {
        long address = allocate(DebugEntry.SIZE);
        DebugEntry.level(address, 6);
        DebugEntry.exception(address, 1);
        DebugEntry.clock(address, 0x0123_4567_89ab_cdeL);
        assertEquals("0123456789abcdee", Memory.hex(address, 8));
        assertEquals(0x0123_4567_89ab_cdeL, DebugEntry.clock(address));
        DebugEntry.clock(address, -1);
        assertEquals("fffffffffffffffe", Memory.hex(address, 8));
        assertEquals(0x0fff_ffff_ffff_ffffL, DebugEntry.clock(address));
        assertEquals(6, DebugEntry.level(address));
    }

    @Test
    void temperatureIsSigned() {
        long address = allocate(FsfQtcbBottomPort.SIZE);
        FsfQtcbBottomPort.temperature(address, -256);
        assertEquals(-256, FsfQtcbBottomPort.temperature(address));
        FsfQtcbBottomPort.vcc(address, 0xfffe);
        assertEquals(0xfffe, FsfQtcbBottomPort.vcc(address));
    }

    @Test
    void aStorageBlockElementIsWrittenAsTheChannelReadsIt() {
        long address = allocate(16);
        QdioBufferElement.eflags(address, 0x40);
        QdioBufferElement.scount(address, 35);
        QdioBufferElement.sflags(address, 0x1e);
        QdioBufferElement.length(address, 4096);
        QdioBufferElement.addr(address, 0x0123_4567_89ab_cdefL);
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

    private void check(Structure structure, Structure.Field field) throws ReflectiveOperationException {
        Class<?> type = structure.accessors();
        String name = CNames.accessor(field.path());
        long address = allocate(structure.size());
        if (field.isBitField()) {
            int width = field.bitSize();
            long value = PATTERN & ((1L << width) - 1) | 1;
            set(type, name, address, value);
            assertEquals(value, get(type, name, address), field.path());
            BigInteger bits = BigInteger.valueOf(value)
                    .shiftLeft((int) (structure.size() * 8 - field.offset() * 8 - field.bitOffset() - width));
            assertEquals(bits, new BigInteger(1, Memory.bytes(address, (int) structure.size())), field.path());
        } else if (field.layout() instanceof ValueLayout) {
            assertScalar(structure, field, address, name, field.size(), field.size() * 8 > 32);
        } else if (field.layout() instanceof SequenceLayout row && row.elementLayout() instanceof ValueLayout element) {
            if (isIdentifier(type, name)) {
                assertScalar(structure, field, address, name, 3, false);
            } else if (element.byteSize() == 1 && type != Slsb.class) {
                assertEquals(address + field.offset(), get(type, name, address), field.path());
            } else {
                assertElements(type, field, address, name, element.byteSize(), row.elementCount());
            }
        } else if (field.layout() instanceof SequenceLayout row) {
            Method at = type.getMethod(name, long.class, long.class);
            long last = row.elementCount() - 1;
            assertEquals(address + field.offset() + last * row.elementLayout().byteSize(),
                    at.invoke(null, address, last), field.path());
        } else {
            assertEquals(address + field.offset(), get(type, name, address), field.path());
        }
    }

    private static void assertScalar(Structure structure, Structure.Field field, long address, String name, long bytes,
            boolean wide) throws ReflectiveOperationException {
        Class<?> type = structure.accessors();
        if (type == FsfQtcbBottomPort.class && CHANNEL_ONLY_COUNTERS.contains(name)) {
            assertTrue(Arrays.stream(type.getMethods()).filter(method -> method.getName().equals(name)).count() == 1);
            Memory.putLong(address + field.offset(), PATTERN);
        } else {
            set(type, name, address, PATTERN);
        }
        byte[] expected = new byte[(int) structure.size()];
        for (int i = 0; i < bytes; i++) {
            expected[(int) field.offset() + i] = (byte) (PATTERN >>> 8 * (bytes - 1 - i));
        }
        assertEquals(new BigInteger(1, expected), new BigInteger(1, Memory.bytes(address, expected.length)),
                field.path());
        long mask = bytes == 8 ? -1 : (1L << bytes * 8) - 1;
        long read = get(type, name, address);
        assertEquals(PATTERN & mask, read & mask, field.path());
        assertTrue(wide || bytes == 4 || name.equals("temperature") || read >= 0, field.path() + " is unsigned");
    }

    private static void assertElements(Class<?> type, Structure.Field field, long address, String name, long bytes,
            long count) throws ReflectiveOperationException {
        Class<?> value = bytes == 8 ? long.class : int.class;
        Method getter = type.getMethod(name, long.class, long.class);
        Method setter = type.getMethod(name, long.class, long.class, value);
        long last = count - 1;
        setter.invoke(null, address, last, bytes == 8 ? (Object) PATTERN : (Object) (int) PATTERN);
        long mask = bytes == 8 ? -1 : (1L << bytes * 8) - 1;
        assertEquals(PATTERN & mask, ((Number) getter.invoke(null, address, last)).longValue() & mask, field.path());
        assertEquals((byte) PATTERN, Memory.getByte(address + field.offset() + count * bytes - 1), field.path());
    }

    private static boolean isIdentifier(Class<?> type, String name) {
        return Arrays.stream(type.getMethods())
                .anyMatch(method -> method.getName().equals(name) && method.getReturnType() == int.class)
                && type != Slsb.class && !hasIndex(type, name);
    }

    private static boolean hasIndex(Class<?> type, String name) {
        return Arrays.stream(type.getMethods()).anyMatch(method -> method.getName().equals(name)
                && method.getParameterCount() == 2 && method.getReturnType() != void.class);
    }

    private static boolean embeds(Structure other, Structure.Field field) {
        GroupLayout part = other.layout();
        return part.withByteAlignment(1).withName("x").equals(((GroupLayout) field.layout()).withName("x"));
    }

    private static boolean isInsideOf(Set<String> prefixes, String path) {
        return path.contains("[].") || prefixes.stream().anyMatch(path::startsWith);
    }

    private static long get(Class<?> type, String name, long address) throws ReflectiveOperationException {
        return ((Number) type.getMethod(name, long.class).invoke(null, address)).longValue();
    }

    private static void set(Class<?> type, String name, long address, long value) throws ReflectiveOperationException {
        Method setter = Stream.of(type.getMethods())
                .filter(method -> method.getName().equals(name) && method.getReturnType() == void.class)
                .findFirst().orElseThrow(() -> new NoSuchMethodException(type.getSimpleName() + "." + name));
        boolean narrow = setter.getParameterTypes()[1] == int.class;
        setter.invoke(null, address, narrow ? (Object) (int) value : (Object) value);
    }

    private static Set<String> counters() {
        Structure port = Structures.named("fsf_qtcb_bottom_port").orElseThrow();
        List<String> names = port.fields().stream().filter(field -> field.offset() >= 96 && field.offset() < 256)
                .map(field -> CNames.accessor(field.path())).toList();
        return Set.copyOf(names);
    }

    private long allocate(long bytes) {
        MemorySegment segment = arena.allocate(Math.max(bytes, 8), 8);
        return segment.address();
    }
}
