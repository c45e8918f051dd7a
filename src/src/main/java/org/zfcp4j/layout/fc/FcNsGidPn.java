// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.aligned;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u64;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Argument of GID_PN.
 *
 * <p>C type: {@code struct fc_ns_gid_pn}.
 */
public final class FcNsGidPn {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            aligned(8, struct("fc_ns_gid_pn",
                    u64("fn_wwpn")));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_FN_WWPN = offset(LAYOUT, "fn_wwpn");

    private FcNsGidPn() {
    }

    /** World-wide port name that is looked up. */
    public static long fnWwpn(long struct) {
        return Memory.getLong(struct + OFFSET_FN_WWPN);
    }

    /** Sets it: see {@link #fnWwpn(long)}. */
    public static void fnWwpn(long struct, long value) {
        Memory.putLong(struct + OFFSET_FN_WWPN, value);
    }
}
