// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u32;
import static org.zfcp4j.layout.Fields.u32s;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.DeviceMemory;

/**
 * Protocol status qualifier of {@code FSF_PROT_QTCB_VERSION_ERROR}.
 *
 * <p>C type: {@code struct fsf_qual_version_error}.
 */
public final class FsfQualVersionError {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fsf_qual_version_error",
                    u32("fsf_version"),
                    u32s("res1", 3));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_FSF_VERSION = offset(LAYOUT, "fsf_version");
    public static final long OFFSET_RES1 = offset(LAYOUT, "res1");

    private FsfQualVersionError() {
    }

    /** QTCB version that the channel supports. */
    public static int fsfVersion(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_FSF_VERSION);
    }

    /** Sets it: see {@link #fsfVersion(long)}. */
    public static void fsfVersion(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_FSF_VERSION, value);
    }
}
