// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.c.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Places members by the ABI of s390x: naturally aligned, bit fields from the most significant bit; one that would straddle its
 * declared type starts a new unit, unless it is packed.
 */
final class Placement {
    private static final int BYTE = 8;

    private final boolean union;
    private final boolean packed;
    private final List<CType.Member> members = new ArrayList<>();
    private int bits;
    private int end;
    private int align = 1;
    private boolean known = true;

    Placement(boolean union, boolean packed) {
        this.union = union;
        this.packed = packed;
    }

    private static int up(int value, int unit) {
        return (value + unit - 1) / unit * unit;
    }

    /** Places a member; {@code explicitAlign} is 0 if it has none. */
    void member(String name, CType type, boolean memberPacked, int explicitAlign) {
        int natural = packed || memberPacked ? 1 : type.align();
        int aligned = Math.max(natural, explicitAlign);
        align = Math.max(align, aligned);
        known &= CType.known(type);
        int at = union ? 0 : up(bits, aligned * BYTE);
        members.add(new CType.Member(name, type, at, -1));
        bits = at + type.size() * BYTE;
        end = Math.max(end, bits);
    }

    /** Places a bit field; {@code name} is empty for one that only fills up. */
    void bitField(String name, CType type, int width, boolean memberPacked) {
        int unit = type.size() * BYTE;
        boolean tight = packed || memberPacked;
        if (union) {
            bits = 0;
        }
        if (width == 0) {
            bits = up(bits, unit);
            end = Math.max(end, bits);
            return;
        }
        if (!tight && bits / unit != (bits + width - 1) / unit) {
            bits = up(bits, unit);
        }
        if (!tight && !name.isEmpty()) {
            align = Math.max(align, type.align());
        }
        if (!name.isEmpty()) {
            members.add(new CType.Member(name, type, bits, width));
        }
        bits += width;
        end = Math.max(end, bits);
    }

    CType.Aggregate done(String name, String tag, int explicitAlign) {
        int whole = Math.max(align, explicitAlign);
        return new CType.Aggregate(name, tag, union, up(up(end, BYTE), whole * BYTE) / BYTE, whole, packed, explicitAlign,
                List.copyOf(members), known);
    }
}
