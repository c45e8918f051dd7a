// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u64;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Payload of ADISC and its accept: asks a port whether it still is who it was.
 *
 * <p>C type: {@code struct fc_els_adisc}.
 */
public final class FcElsAdisc {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fc_els_adisc",
                    u8("adisc_cmd"),
                    bytes("adisc_resv", 3),
                    u8("adisc_resv1"),
                    bytes("adisc_hard_addr", 3),
                    u64("adisc_wwpn"),
                    u64("adisc_wwnn"),
                    u8("adisc_resv2"),
                    bytes("adisc_port_id", 3));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_ADISC_CMD = offset(LAYOUT, "adisc_cmd");
    public static final long OFFSET_ADISC_RESV = offset(LAYOUT, "adisc_resv");
    public static final long OFFSET_ADISC_RESV1 = offset(LAYOUT, "adisc_resv1");
    public static final long OFFSET_ADISC_HARD_ADDR = offset(LAYOUT, "adisc_hard_addr");
    public static final long OFFSET_ADISC_WWPN = offset(LAYOUT, "adisc_wwpn");
    public static final long OFFSET_ADISC_WWNN = offset(LAYOUT, "adisc_wwnn");
    public static final long OFFSET_ADISC_RESV2 = offset(LAYOUT, "adisc_resv2");
    public static final long OFFSET_ADISC_PORT_ID = offset(LAYOUT, "adisc_port_id");

    private FcElsAdisc() {
    }

    /** {@link FcConstants#ELS_ADISC}, or {@code ELS_LS_ACC} in the accept. */
    public static int adiscCmd(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_ADISC_CMD);
    }

    /** Sets it: see {@link #adiscCmd(long)}. */
    public static void adiscCmd(long struct, int value) {
        Memory.putByte(struct + OFFSET_ADISC_CMD, (byte) value);
    }

    /** Hard address, 24 bits. */
    public static int adiscHardAddr(long struct) {
        return Memory.get24(struct + OFFSET_ADISC_HARD_ADDR);
    }

    /** Sets it: see {@link #adiscHardAddr(long)}. */
    public static void adiscHardAddr(long struct, int value) {
        Memory.put24(struct + OFFSET_ADISC_HARD_ADDR, value);
    }

    /** World-wide port name. */
    public static long adiscWwpn(long struct) {
        return Memory.getLong(struct + OFFSET_ADISC_WWPN);
    }

    /** Sets it: see {@link #adiscWwpn(long)}. */
    public static void adiscWwpn(long struct, long value) {
        Memory.putLong(struct + OFFSET_ADISC_WWPN, value);
    }

    /** World-wide node name. */
    public static long adiscWwnn(long struct) {
        return Memory.getLong(struct + OFFSET_ADISC_WWNN);
    }

    /** Sets it: see {@link #adiscWwnn(long)}. */
    public static void adiscWwnn(long struct, long value) {
        Memory.putLong(struct + OFFSET_ADISC_WWNN, value);
    }

    /** Fibre Channel address of the sender, 24 bits. */
    public static int adiscPortId(long struct) {
        return Memory.get24(struct + OFFSET_ADISC_PORT_ID);
    }

    /** Sets it: see {@link #adiscPortId(long)}. */
    public static void adiscPortId(long struct, int value) {
        Memory.put24(struct + OFFSET_ADISC_PORT_ID, value);
    }
}
