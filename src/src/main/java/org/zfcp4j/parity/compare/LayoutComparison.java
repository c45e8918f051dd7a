// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SequenceLayout;
import java.lang.foreign.UnionLayout;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.zfcp4j.layout.Structure;
import org.zfcp4j.parity.code.ResourceLines;
import org.zfcp4j.parity.facts.DriverFacts;
import org.zfcp4j.parity.facts.FieldFact;
import org.zfcp4j.parity.facts.LayoutFact;

/**
 * Compares structures of the port with those of C: size, alignment, each member's place and shape, each bit field. Members of an embedded
 * structure that is compared by itself are not compared again.
 */
public final class LayoutComparison {
    /** Headers whose structures must all be there, unless they are listed with a reason. */
    private static final Set<String> COMPLETE_HEADERS = Set.of("arch/s390/include/asm/qdio.h",
            "drivers/s390/scsi/zfcp_fsf.h", "drivers/s390/scsi/zfcp_dbf.h");
    private static final String FC_HEADER = "drivers/s390/scsi/zfcp_fc.h";

    private final Map<String, Structure> structures = new TreeMap<>();
    private final Map<String, String> leftOut = ResourceLines.pairs("left-out-structures.csv");
    /** What the level in question has not, as {@code structure} or {@code structure.member}. */
    private final Set<String> ofOtherLevels = new HashSet<>();
    private final DriverFacts facts;

    /** Compares some structures of the port at a level. */
    public LayoutComparison(DriverFacts facts, List<Structure> structures, Level level) {
        this.facts = facts;
        ResourceLines.pairs("layouts-since.csv").forEach((member, since) -> {
            if (!since.equals(level.label())) {
                ofOtherLevels.add(member);
            }
        });
        structures.stream().filter(structure -> !ofOtherLevels.contains(structure.name()))
                .forEach(structure -> this.structures.put(structure.name(), structure));
    }

    private boolean isOfLevel(Structure structure, Structure.Field field) {
        return ofOtherLevels.stream().noneMatch(member -> (structure.name() + '.' + field.path() + '.').startsWith(member + '.'));
    }

    /** One difference for each structure that differs or that one side lacks. */
    public List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        for (Structure structure : structures.values()) {
            LayoutFact type = facts.layout(structure.name());
            if (type == null) {
                differences.add(new Difference("layout", structure.name(), "", "", javaName(structure)));
            } else {
                compare(type, structure, differences);
            }
        }
        for (LayoutFact type : facts.layouts()) {
            boolean wanted = COMPLETE_HEADERS.contains(type.place().file())
                    || type.place().file().equals(FC_HEADER) && type.category().equals("wire");
            if (wanted && !leftOut.containsKey(type.name()) && !structures.containsKey(type.name())) {
                differences.add(new Difference("layout", type.name(), type.place().fileName(),
                        type.place() + " " + type.size() + " bytes", ""));
            }
        }
        return differences;
    }

    private static String javaName(Structure structure) {
        return structure.accessors().getSimpleName() + ", " + structure.size() + " bytes";
    }

    private void compare(LayoutFact type, Structure structure, List<Difference> differences) {
        Set<String> c = new LinkedHashSet<>();
        Set<String> java = new LinkedHashSet<>();
        if (type.size() != structure.size()) {
            c.add(type.size() + " bytes");
            java.add(structure.size() + " bytes");
        }
        if (type.align() != structure.layout().byteAlignment()) {
            c.add("aligned to " + type.align());
            java.add("aligned to " + structure.layout().byteAlignment());
        }
        Set<String> embedded = embedded(type);
        Set<String> ofC = new LinkedHashSet<>();
        type.fields().stream().filter(field -> !inside(field.path(), embedded)).forEach(field -> ofC.add(describe(field)));
        Set<String> ofJava = new LinkedHashSet<>();
        structure.fields().stream().filter(field -> !inside(field.path(), embedded) && isOfLevel(structure, field))
                .forEach(field -> ofJava.add(describe(field)));
        ofC.stream().filter(field -> !ofJava.contains(field)).forEach(c::add);
        ofJava.stream().filter(field -> !ofC.contains(field)).forEach(java::add);
        if (!c.isEmpty() || !java.isEmpty()) {
            differences.add(new Difference("layout", type.name(), type.place().fileName(),
                    type.place() + " " + String.join("; ", c),
                    structure.accessors().getSimpleName() + " " + String.join("; ", java)));
        }
    }

    /** Members, without a dot at the end, that are structures which are compared by themselves. */
    private Set<String> embedded(LayoutFact type) {
        Set<String> embedded = new HashSet<>();
        for (FieldFact field : type.fields()) {
            String name = field.array() == null ? field.type() : field.array().elementType();
            String bare = name.replaceAll("^(struct|union) ", "");
            if (structures.containsKey(bare) && facts.layout(bare) != null && !bare.equals(type.name())) {
                embedded.add(field.path() + (field.array() == null ? "" : "[]"));
            }
        }
        return embedded;
    }

    private static boolean inside(String path, Set<String> embedded) {
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            if (embedded.contains(path.substring(0, dot))) {
                return true;
            }
        }
        return false;
    }

    /** A member of C in the words of both sides. */
    static String describe(FieldFact field) {
        if (field.bits() != null && !(field.bits().bitOffsetFromStart() % Byte.SIZE == 0
                && field.bits().bitSize() == field.size() * Byte.SIZE)) {
            return field.path() + " bits " + field.bits().bitOffsetFromStart() + "+" + field.bits().bitSize();
        }
        String shape = switch (field.kind()) {
            case "struct", "union" -> field.kind();
            case "array" -> field.array().count() + " x " + field.array().elementSize()
                    + (field.array().elementKind().matches("struct|union") ? " " + field.array().elementKind() : "");
            default -> "scalar";
        };
        return field.path() + " at " + field.offset() + "+" + field.size() + " " + shape;
    }

    /** A member of the port in the words of both sides. */
    static String describe(Structure.Field field) {
        if (field.isBitField()) {
            return field.path() + " bits " + (field.offset() * Byte.SIZE + field.bitOffset()) + "+" + field.bitSize();
        }
        return field.path() + " at " + field.offset() + "+" + field.size() + " " + shape(field.layout());
    }

    private static String shape(MemoryLayout layout) {
        return switch (layout) {
            case GroupLayout group -> kind(group);
            case SequenceLayout row -> row.elementCount() + " x " + row.elementLayout().byteSize()
                    + (row.elementLayout() instanceof GroupLayout group ? " " + kind(group) : "");
            case ValueLayout scalar -> "scalar";
            default -> "padding";
        };
    }

    private static String kind(GroupLayout group) {
        return group instanceof UnionLayout ? "union" : "struct";
    }
}
