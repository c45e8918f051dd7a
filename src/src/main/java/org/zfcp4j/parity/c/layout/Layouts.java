// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.layout;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.zfcp4j.parity.facts.ArrayFact;
import org.zfcp4j.parity.facts.BitFieldFact;
import org.zfcp4j.parity.facts.FieldFact;
import org.zfcp4j.parity.facts.LayoutFact;

/** Layouts as facts: the members of a structure with those of the structures inside of it. */
public final class Layouts {
    private static final int BYTE = 8;

    private final Types types;
    private final Map<String, String> categories = new LinkedHashMap<>();

    public Layouts(Types types) {
        this.types = types;
    }

    /**
     * The structures and unions of a file.
     *
     * @param category as {@link LayoutFact#category()}
     * @param wanted which of them, by their names
     */
    public void add(String file, Predicate<String> wanted, java.util.function.UnaryOperator<String> category) {
        types.aggregates().forEach((key, declared) -> {
            String name = key.substring(key.indexOf(' ') + 1);
            if (declared.file().equals(file) && wanted.test(name)) {
                categories.putIfAbsent(key, category.apply(name));
            }
        });
    }

    /** The layouts of all that were added. */
    public List<LayoutFact> facts() {
        List<LayoutFact> facts = new ArrayList<>();
        categories.forEach((key, category) -> {
            Declared declared = types.aggregates().get(key);
            if (types.aggregate(declared) instanceof CType.Aggregate aggregate) {
                String name = key.substring(key.indexOf(' ') + 1);
                List<FieldFact> fields = new ArrayList<>();
                fields(aggregate, "", 0, aggregate.union(), List.of(), fields);
                facts.add(new LayoutFact(name, aggregate.union() ? "union" : "struct", declared.place(), category,
                        aggregate.known() ? aggregate.size() : -1, aggregate.align(), aggregate.packed(),
                        aggregate.explicitAlign(), fields, aggregate.known() ? gaps(aggregate) : List.of()));
            }
        });
        return facts;
    }

    private boolean unfolded(CType.Aggregate aggregate) {
        return aggregate.tag().isEmpty() && aggregate.name().endsWith("(anonymous)")
                || categories.containsKey((aggregate.union() ? "union " : "struct ") + aggregate.tag())
                || categories.containsKey("typedef " + aggregate.name());
    }

    private void fields(CType.Aggregate aggregate, String prefix, int bits, boolean inUnion, List<FieldFact.Stride> strides,
            List<FieldFact> fields) {
        for (CType.Member member : aggregate.members()) {
            int at = bits + member.bitOffset();
            if (member.bitField()) {
                fields.add(bitField(member, prefix, at, inUnion, strides));
                continue;
            }
            if (member.name().isEmpty()) {
                CType.Aggregate inner = (CType.Aggregate) member.type();
                fields(inner, prefix, at, inUnion || inner.union(), strides, fields);
                continue;
            }
            String path = prefix + member.name();
            switch (member.type()) {
                case CType.Aggregate inner -> {
                    boolean unfolded = unfolded(inner);
                    fields.add(new FieldFact(path, at / BYTE, inner.size(), inner.union() ? "union" : "struct", inner.name(),
                            false, null, null, strides, inUnion, !unfolded));
                    if (unfolded) {
                        fields(inner, path + ".", at, inUnion || inner.union(), strides, fields);
                    }
                }
                case CType.Array array -> array(array, path, at, inUnion, strides, fields);
                case CType.Scalar scalar -> fields.add(new FieldFact(path, at / BYTE, scalar.size(),
                        scalar.kind().equals("char") ? "uint" : scalar.kind(), scalar.name(), scalar.signed(), null, null,
                        strides, inUnion, false));
                case CType.Unknown unknown -> fields.add(new FieldFact(path, at / BYTE, 0, "struct", unknown.name(), false,
                        null, null, strides, inUnion, true));
            }
        }
    }

    private void array(CType.Array array, String path, int at, boolean inUnion, List<FieldFact.Stride> strides,
            List<FieldFact> fields) {
        CType element = array.element();
        int count = Math.max(0, array.count());
        while (element instanceof CType.Array inner) {
            count *= Math.max(0, inner.count());
            element = inner.element();
        }
        String kind = switch (element) {
            case CType.Scalar scalar -> scalar.kind();
            case CType.Aggregate aggregate -> aggregate.union() ? "union" : "struct";
            default -> "struct";
        };
        boolean signed = element instanceof CType.Scalar scalar && scalar.signed();
        boolean opaque = element instanceof CType.Unknown
                || element instanceof CType.Aggregate aggregate && !unfolded(aggregate);
        fields.add(new FieldFact(path, at / BYTE, array.size(), "array", "", signed,
                new ArrayFact(count, element.size(), kind, element.name(), array.flexible()), null, strides, inUnion, opaque));
        if (element instanceof CType.Aggregate aggregate && !opaque) {
            List<FieldFact.Stride> inside = new ArrayList<>(strides);
            inside.add(new FieldFact.Stride(count, element.size()));
            fields(aggregate, path + "[].", at, inUnion || aggregate.union(), inside, fields);
        }
    }

    private static FieldFact bitField(CType.Member member, String prefix, int at, boolean inUnion,
            List<FieldFact.Stride> strides) {
        CType.Scalar type = (CType.Scalar) member.type();
        int width = member.bitSize();
        int offset = at / BYTE;
        int inByte = at % BYTE;
        int size = (inByte + width + BYTE - 1) / BYTE;
        int shift = size * BYTE - inByte - width;
        int unit = type.size();
        int unitOffset = at / (unit * BYTE) * unit;
        int unitShift = unit * BYTE - (at - unitOffset * BYTE) - width;
        long ones = width == Long.SIZE ? -1L : (1L << width) - 1;
        BitFieldFact bits = new BitFieldFact(width, inByte, at, shift, ones << shift, unitOffset, unit, unitShift,
                ones << unitShift);
        return new FieldFact(prefix + member.name(), offset, size, "bitfield", type.name(), type.signed(), null, bits, strides,
                inUnion, false);
    }

    private List<LayoutFact.Gap> gaps(CType.Aggregate aggregate) {
        BitSet covered = new BitSet();
        cover(aggregate, 0, covered);
        List<LayoutFact.Gap> gaps = new ArrayList<>();
        int end = aggregate.size() * BYTE;
        for (int at = covered.nextClearBit(0); at < end; at = covered.nextClearBit(at)) {
            int next = covered.nextSetBit(at);
            int until = next < 0 ? end : next;
            gaps.add(new LayoutFact.Gap(at, until - at));
            at = until;
        }
        return gaps;
    }

    private void cover(CType.Aggregate aggregate, int bits, BitSet covered) {
        for (CType.Member member : aggregate.members()) {
            int at = bits + member.bitOffset();
            if (member.bitField()) {
                covered.set(at, at + member.bitSize());
            } else if (member.type() instanceof CType.Aggregate inner
                    && (member.name().isEmpty() || unfolded(inner) && !aggregate.union())) {
                cover(inner, at, covered);
            } else {
                covered.set(at, at + member.type().size() * BYTE);
            }
        }
    }
}
