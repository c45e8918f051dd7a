// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Arguments of a name-server query by FC-4 type.
 *
 * <p>C type: {@code struct fc_ns_gid_ft}.
 */
public final class FcNsGidFt {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fc_ns_gid_ft",
                    u8("fn_resvd"),
                    u8("fn_domain_id_scope"),
                    u8("fn_area_id_scope"),
                    u8("fn_fc4_type"));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_FN_RESVD = offset(LAYOUT, "fn_resvd");
    public static final long OFFSET_FN_DOMAIN_ID_SCOPE = offset(LAYOUT, "fn_domain_id_scope");
    public static final long OFFSET_FN_AREA_ID_SCOPE = offset(LAYOUT, "fn_area_id_scope");
    public static final long OFFSET_FN_FC4_TYPE = offset(LAYOUT, "fn_fc4_type");

    private FcNsGidFt() {
    }

    /** Domain to search in; 0 for all. */
    public static int fnDomainIdScope(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_FN_DOMAIN_ID_SCOPE);
    }

    /** Sets it: see {@link #fnDomainIdScope(long)}. */
    public static void fnDomainIdScope(long struct, int value) {
        Memory.putByte(struct + OFFSET_FN_DOMAIN_ID_SCOPE, (byte) value);
    }

    /** Area to search in; 0 for all. */
    public static int fnAreaIdScope(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_FN_AREA_ID_SCOPE);
    }

    /** Sets it: see {@link #fnAreaIdScope(long)}. */
    public static void fnAreaIdScope(long struct, int value) {
        Memory.putByte(struct + OFFSET_FN_AREA_ID_SCOPE, (byte) value);
    }

    /** FC-4 type, {@code FC_TYPE_FCP}. */
    public static int fnFc4Type(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_FN_FC4_TYPE);
    }

    /** Sets it: see {@link #fnFc4Type(long)}. */
    public static void fnFc4Type(long struct, int value) {
        Memory.putByte(struct + OFFSET_FN_FC4_TYPE, (byte) value);
    }
}
