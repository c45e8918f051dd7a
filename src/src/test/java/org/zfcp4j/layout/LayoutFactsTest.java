// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.SequenceLayout;
import java.lang.foreign.UnionLayout;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zfcp4j.layout.catalog.Structures;

/** Every structure is, byte for byte and bit for bit, what the C compiler makes of it on s390. */
class LayoutFactsTest {

    private static final Map<String, Facts.Type> TYPES = Facts.types();

    /** Headers whose structures must all be here, and what of them the port has no use for. */
    private static final Set<String> COMPLETE_HEADERS = Set.of("arch/s390/include/asm/qdio.h",
            "drivers/s390/scsi/zfcp_fsf.h", "drivers/s390/scsi/zfcp_dbf.h");
    private static final Set<String> NOT_SHARED = Set.of(
            "qaob", // asynchronous output completion, which FCP queues do not have
            "qdio_outbuf_state", "qdio_initialize", "zfcp_dbf", "zfcp_fsf_ct_els"); // private to the C code

    static Stream<Structure> structures() {
        return Structures.all().stream();
    }

    @ParameterizedTest
    @MethodSource("structures")
    void sizeAndAlignmentAreThoseOfC(Structure structure) {
        Facts.Type type = type(structure);
        assertEquals(type.size(), structure.size(), "size of " + structure.name());
        assertEquals(type.align(), structure.layout().byteAlignment(), "alignment of " + structure.name());
    }

    @ParameterizedTest
    @MethodSource("structures")
    void everyFieldOfCIsHereAndNoOther(Structure structure) {
        assertEquals(differences(type(structure).fields(), structure.fields()), List.of(), structure.name());
    }

    @ParameterizedTest
    @MethodSource("structures")
    void classIsNamedAsTheStructure(Structure structure) {
        assertEquals(CNames.className(structure.name()), structure.accessors().getSimpleName());
    }

    @Test
    void allSharedStructuresOfTheDriversHeadersAreListed() {
        Set<String> missing = new TreeSet<>();
        for (Facts.Type type : TYPES.values()) {
            boolean wanted = COMPLETE_HEADERS.contains(type.header())
                    || type.header().equals("drivers/s390/scsi/zfcp_fc.h") && type.category().equals("wire");
            if (wanted && !NOT_SHARED.contains(type.name()) && Structures.named(type.name()).isEmpty()) {
                missing.add(type.name());
            }
        }
        assertEquals(Set.of(), missing);
    }

    /** So that one set of structures serves both levels. */
    @Test
    void whatLevel71HasOtherwiseOnlyAddsToLevel510() {
        Map<String, Facts.Type> before = Facts.types("layouts.json");
        Map<String, Facts.Type> changed = Facts.types("level-7.1.json");
        assertFalse(changed.isEmpty());
        for (Facts.Type type : changed.values()) {
            Facts.Type old = before.get(type.name());
            assertTrue(old == null || old.size() == type.size() && old.align() == type.align()
                    && type.fields().containsAll(old.fields()), type.name());
        }
    }

    @Test
    void aFieldThatIsMissingOrMovedIsNoticed() {
        List<Facts.Field> facts = List.of(new Facts.Field("a", 0, 4, "uint", "", 0, 0, 0, 0),
                new Facts.Field("b", 4, 1, "bitfield", "", 0, 0, 32, 4),
                new Facts.Field("c", 4, 1, "bitfield", "", 0, 0, 36, 4));
        assertEquals(List.of(), differences(facts, fieldsOf(members -> {
            members.u32("a");
            members.bits8("b", 4);
            members.bits8("c", 4);
        })));
        assertFalse(differences(facts, fieldsOf(members -> {
            members.u32("a");
            members.bits8("b", 4);
        })).isEmpty());
        assertFalse(differences(facts, fieldsOf(members -> {
            members.u32("a");
            members.bits8("c", 4);
            members.bits8("b", 4);
        })).isEmpty());
        assertFalse(differences(facts, fieldsOf(members -> {
            members.u16("a");
            members.gap(2).bits8("b", 4);
            members.bits8("c", 4);
        })).isEmpty());
    }

    private static List<Structure.Field> fieldsOf(Consumer<Members> declarations) {
        Members members = Members.wire("t");
        declarations.accept(members);
        return new Structure(LayoutFactsTest.class, members.gap(3).layout()).fields();
    }

    private static Facts.Type type(Structure structure) {
        Facts.Type type = TYPES.get(structure.name());
        assertTrue(type != null, "no facts about " + structure.name());
        return type;
    }

    private static List<String> differences(List<Facts.Field> facts, List<Structure.Field> fields) {
        List<String> expected = facts.stream().map(LayoutFactsTest::describe).sorted().toList();
        List<String> actual = fields.stream().map(LayoutFactsTest::describe).sorted().toList();
        List<String> differences = new ArrayList<>();
        expected.stream().filter(line -> !actual.contains(line)).forEach(line -> differences.add("C only: " + line));
        actual.stream().filter(line -> !expected.contains(line)).forEach(line -> differences.add("Java only: " + line));
        return differences;
    }

    private static String describe(Facts.Field field) {
        if (field.isBitField()) {
            return field.path() + " bits " + field.bitOffsetFromStart() + "+" + field.bitSize();
        }
        String shape = switch (field.kind()) {
            case "struct", "union" -> field.kind();
            case "array" -> field.count() + " x " + field.elementSize()
                    + (field.elementKind().equals("struct") || field.elementKind().equals("union")
                            ? " " + field.elementKind() : "");
            default -> "scalar";
        };
        return field.path() + " at " + field.offset() + "+" + field.size() + " " + shape;
    }

    private static String describe(Structure.Field field) {
        if (field.isBitField()) {
            return field.path() + " bits " + (field.offset() * 8 + field.bitOffset()) + "+" + field.bitSize();
        }
        String shape = switch (field.layout()) {
            case GroupLayout group -> kind(group);
            case SequenceLayout row -> row.elementCount() + " x " + row.elementLayout().byteSize()
                    + (row.elementLayout() instanceof GroupLayout group ? " " + kind(group) : "");
            case ValueLayout scalar -> "scalar";
            default -> throw new AssertionError(field);
        };
        return field.path() + " at " + field.offset() + "+" + field.size() + " " + shape;
    }

    private static String kind(GroupLayout group) {
        return group instanceof UnionLayout ? "union" : "struct";
    }
}
