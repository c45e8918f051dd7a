// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.part;
import static org.zfcp4j.layout.Fields.parts;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u64;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Payload of FLOGI, PLOGI and their accepts.
 *
 * <p>The channel hands such payloads over without the command word; the driver then takes an address four bytes
 * below.
 *
 * <p>C type: {@code struct fc_els_flogi}.
 */
public final class FcElsFlogi {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fc_els_flogi",
                    u8("fl_cmd"),
                    bytes("_fl_resvd", 3),
                    part("fl_csp", FcElsCsp.LAYOUT),
                    u64("fl_wwpn"),
                    u64("fl_wwnn"),
                    parts("fl_cssp", 4, FcElsCssp.LAYOUT),
                    bytes("fl_vend", 16));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_FL_CMD = offset(LAYOUT, "fl_cmd");
    public static final long OFFSET_FL_RESVD = offset(LAYOUT, "_fl_resvd");
    public static final long OFFSET_FL_CSP = offset(LAYOUT, "fl_csp");
    public static final long OFFSET_FL_WWPN = offset(LAYOUT, "fl_wwpn");
    public static final long OFFSET_FL_WWNN = offset(LAYOUT, "fl_wwnn");
    public static final long OFFSET_FL_CSSP = offset(LAYOUT, "fl_cssp");
    public static final long OFFSET_FL_VEND = offset(LAYOUT, "fl_vend");

    /** Number of elements of {@code fl_cssp}. */
    public static final int COUNT_FL_CSSP = 4;

    /** Length of {@code fl_vend} in bytes. */
    public static final int LENGTH_FL_VEND = 16;

    private FcElsFlogi() {
    }

    /** ELS command. */
    public static int flCmd(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_FL_CMD);
    }

    /** Sets it: see {@link #flCmd(long)}. */
    public static void flCmd(long struct, int value) {
        Memory.putByte(struct + OFFSET_FL_CMD, (byte) value);
    }

    /** Address of the common service parameters, see {@link FcElsCsp}. */
    public static long flCsp(long struct) {
        return struct + OFFSET_FL_CSP;
    }

    /** World-wide port name. */
    public static long flWwpn(long struct) {
        return Memory.getLong(struct + OFFSET_FL_WWPN);
    }

    /** Sets it: see {@link #flWwpn(long)}. */
    public static void flWwpn(long struct, long value) {
        Memory.putLong(struct + OFFSET_FL_WWPN, value);
    }

    /** World-wide node name. */
    public static long flWwnn(long struct) {
        return Memory.getLong(struct + OFFSET_FL_WWNN);
    }

    /** Sets it: see {@link #flWwnn(long)}. */
    public static void flWwnn(long struct, long value) {
        Memory.putLong(struct + OFFSET_FL_WWNN, value);
    }

    /** Address of the parameters of class {@code i + 1}, see {@link FcElsCssp}. */
    public static long flCssp(long struct, long index) {
        return struct + OFFSET_FL_CSSP + index * FcElsCssp.SIZE;
    }

    /** Address of the vendor version level. */
    public static long flVend(long struct) {
        return struct + OFFSET_FL_VEND;
    }
}
