// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u64;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.DeviceMemory;

/**
 * Storage-list entry.
 *
 * <p>C type: {@code struct sl_element}.
 */
public final class SlElement {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("sl_element",
                    u64("sbal"));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_SBAL = offset(LAYOUT, "sbal");

    private SlElement() {
    }

    /** Absolute address of an SBAL, see {@link QdioBuffer}. */
    public static long sbal(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_SBAL);
    }

    /** Sets it: see {@link #sbal(long)}. */
    public static void sbal(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_SBAL, value);
    }
}
