// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import static org.zfcp4j.layout.Fields.aligned;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u16;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.DeviceMemory;

/**
 * Head of a channel-subsystem-call request or response block.
 *
 * <p>C type: {@code struct chsc_header}.
 */
public final class ChscHeader {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            aligned(2, struct("chsc_header",
                    u16("length"),
                    u16("code")));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_LENGTH = offset(LAYOUT, "length");
    public static final long OFFSET_CODE = offset(LAYOUT, "code");

    private ChscHeader() {
    }

    /** Length of the block in bytes, this head included. */
    public static int length(long struct) {
        return DeviceMemory.getUnsignedShort(struct + OFFSET_LENGTH);
    }

    /** Sets it: see {@link #length(long)}. */
    public static void length(long struct, int value) {
        DeviceMemory.putShort(struct + OFFSET_LENGTH, (short) value);
    }

    /** Command code of a request, response code of a response; 1 means success. */
    public static int code(long struct) {
        return DeviceMemory.getUnsignedShort(struct + OFFSET_CODE);
    }

    /** Sets it: see {@link #code(long)}. */
    public static void code(long struct, int value) {
        DeviceMemory.putShort(struct + OFFSET_CODE, (short) value);
    }
}
