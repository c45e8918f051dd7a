// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U8;

/** Arguments of a name-server query by FC-4 type. */
public final class FcNsGidFt {
    private static final Members MEMBERS = Members.wire("fc_ns_gid_ft");
    /** Reserved. */
    public static final U8 FN_RESVD = MEMBERS.u8("fn_resvd");
    /** Domain to search in; 0 for all. */
    public static final U8 FN_DOMAIN_ID_SCOPE = MEMBERS.u8("fn_domain_id_scope");
    /** Area to search in; 0 for all. */
    public static final U8 FN_AREA_ID_SCOPE = MEMBERS.u8("fn_area_id_scope");
    /** FC-4 type, {@code FC_TYPE_FCP}. */
    public static final U8 FN_FC4_TYPE = MEMBERS.u8("fn_fc4_type");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FcNsGidFt() {
    }
}
