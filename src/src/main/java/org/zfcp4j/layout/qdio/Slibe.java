// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import static org.zfcp4j.layout.Fields.aligned;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u64;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.DeviceMemory;

/**
 * Storage-list information block element: parameters of one SBAL. zfcp leaves it zero.
 *
 * <p>C type: {@code struct slibe}.
 */
public final class Slibe {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            aligned(8, struct("slibe",
                    u64("parms")));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_PARMS = offset(LAYOUT, "parms");

    private Slibe() {
    }

    /** Parameters of the SBAL with the same index. */
    public static long parms(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_PARMS);
    }

    /** Sets it: see {@link #parms(long)}. */
    public static void parms(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_PARMS, value);
    }
}
