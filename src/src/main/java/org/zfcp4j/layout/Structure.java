// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.PaddingLayout;
import java.lang.foreign.SequenceLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * A hardware or wire structure as a thing to list, dump and compare.
 *
 * @param accessors class with its typed accessors
 * @param layout    its bytes, named as the C type
 */
public record Structure(Class<?> accessors, GroupLayout layout) {

    /**
     * One named member, however deep.
     *
     * @param path      C names joined with dots; {@code []} after a member of which there are several structures
     * @param offset    in bytes from the start of the outermost structure; of the first element inside {@code []}
     * @param size      in bytes; of a bit field, that of the scalar that holds it
     * @param layout    what lies there
     * @param bitOffset of a bit field, from the most significant bit of the byte at {@code offset}; else 0
     * @param bitSize   of a bit field; else 0
     */
    public record Field(String path, long offset, long size, MemoryLayout layout, int bitOffset, int bitSize) {

        /** Whether it is a bit field that does not fill whole bytes. */
        public boolean isBitField() {
            return bitSize > 0;
        }
    }

    /** The C name, without {@code struct} or {@code union}. */
    public String name() {
        return layout.name().orElseThrow();
    }

    /** Length in bytes. */
    public long size() {
        return layout.byteSize();
    }

    /** All members, an embedded structure before what it consists of, in order of declaration. */
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        collect(layout, "", 0, fields);
        return fields;
    }

    private static void collect(GroupLayout group, String prefix, long base, List<Field> into) {
        List<MemoryLayout> members = group.memberLayouts();
        for (int i = 0; i < members.size(); i++) {
            MemoryLayout member = members.get(i);
            long offset = base + group.byteOffset(PathElement.groupElement(i));
            List<BitField> bits = BitField.in(member, offset);
            if (!bits.isEmpty()) {
                for (BitField bit : bits) {
                    into.add(new Field(prefix + bit.name(), offset, bit.bytes(), member, bit.first(), bit.width()));
                }
            } else if (!(member instanceof PaddingLayout)) {
                String path = prefix + member.name().orElseThrow();
                into.add(new Field(path, offset, member.byteSize(), member, 0, 0));
                if (member instanceof GroupLayout inner) {
                    collect(inner, path + ".", offset, into);
                } else if (member instanceof SequenceLayout row && row.elementLayout() instanceof GroupLayout inner) {
                    collect(inner, path + "[].", offset, into);
                }
            }
        }
    }
}
