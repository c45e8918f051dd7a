// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.aligned;
import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u64;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Payload of LOGO.
 *
 * <p>C type: {@code struct fc_els_logo}.
 */
public final class FcElsLogo {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            aligned(8, struct("fc_els_logo",
                    u8("fl_cmd"),
                    bytes("fl_zero", 3),
                    u8("fl_resvd"),
                    bytes("fl_n_port_id", 3),
                    u64("fl_n_port_wwn")));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_FL_CMD = offset(LAYOUT, "fl_cmd");
    public static final long OFFSET_FL_ZERO = offset(LAYOUT, "fl_zero");
    public static final long OFFSET_FL_RESVD = offset(LAYOUT, "fl_resvd");
    public static final long OFFSET_FL_N_PORT_ID = offset(LAYOUT, "fl_n_port_id");
    public static final long OFFSET_FL_N_PORT_WWN = offset(LAYOUT, "fl_n_port_wwn");

    private FcElsLogo() {
    }

    /** {@link FcConstants#ELS_LOGO}. */
    public static int flCmd(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_FL_CMD);
    }

    /** Sets it: see {@link #flCmd(long)}. */
    public static void flCmd(long struct, int value) {
        Memory.putByte(struct + OFFSET_FL_CMD, (byte) value);
    }

    /** Fibre Channel address of the port that logs out, 24 bits. */
    public static int flNPortId(long struct) {
        return Memory.get24(struct + OFFSET_FL_N_PORT_ID);
    }

    /** Sets it: see {@link #flNPortId(long)}. */
    public static void flNPortId(long struct, int value) {
        Memory.put24(struct + OFFSET_FL_N_PORT_ID, value);
    }

    /** Its world-wide port name. */
    public static long flNPortWwn(long struct) {
        return Memory.getLong(struct + OFFSET_FL_N_PORT_WWN);
    }

    /** Sets it: see {@link #flNPortWwn(long)}. */
    public static void flNPortWwn(long struct, long value) {
        Memory.putLong(struct + OFFSET_FL_N_PORT_WWN, value);
    }
}
