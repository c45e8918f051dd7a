// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u32;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.DeviceMemory;

/**
 * Payload of a version-change notification: the licensed internal code of the channel was updated. From level 7.1 on.
 *
 * <p>C type: {@code struct fsf_version_change}.
 */
public final class FsfVersionChange {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fsf_version_change",
                    u32("current_version"),
                    u32("previous_version"));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_CURRENT_VERSION = offset(LAYOUT, "current_version");
    public static final long OFFSET_PREVIOUS_VERSION = offset(LAYOUT, "previous_version");

    private FsfVersionChange() {
    }

    /** Version that the channel runs from now on. */
    public static int currentVersion(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_CURRENT_VERSION);
    }

    /** Sets it: see {@link #currentVersion(long)}. */
    public static void currentVersion(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_CURRENT_VERSION, value);
    }

    /** Version that it ran until now. */
    public static int previousVersion(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_PREVIOUS_VERSION);
    }

    /** Sets it: see {@link #previousVersion(long)}. */
    public static void previousVersion(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_PREVIOUS_VERSION, value);
    }
}
