// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.dbf;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.part;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u32;
import static org.zfcp4j.layout.Fields.u64;
import static org.zfcp4j.layout.Fields.u8;
import static org.zfcp4j.layout.Fields.union;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Trace record of error recovery.
 *
 * <p>C type: {@code struct zfcp_dbf_rec}.
 */
public final class ZfcpDbfRec {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("zfcp_dbf_rec",
                    u8("id"),
                    bytes("tag", 7),
                    u64("lun"),
                    u64("wwpn"),
                    u32("d_id"),
                    u32("adapter_status"),
                    u32("port_status"),
                    u32("lun_status"),
                    union("u",
                            part("trig", ZfcpDbfRecTrigger.LAYOUT),
                            part("run", ZfcpDbfRecRunning.LAYOUT)));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_ID = offset(LAYOUT, "id");
    public static final long OFFSET_TAG = offset(LAYOUT, "tag");
    public static final long OFFSET_LUN = offset(LAYOUT, "lun");
    public static final long OFFSET_WWPN = offset(LAYOUT, "wwpn");
    public static final long OFFSET_D_ID = offset(LAYOUT, "d_id");
    public static final long OFFSET_ADAPTER_STATUS = offset(LAYOUT, "adapter_status");
    public static final long OFFSET_PORT_STATUS = offset(LAYOUT, "port_status");
    public static final long OFFSET_LUN_STATUS = offset(LAYOUT, "lun_status");
    public static final long OFFSET_TRIG = offset(LAYOUT, "u", "trig");
    public static final long OFFSET_RUN = offset(LAYOUT, "u", "run");

    /** Length of {@code tag} in bytes. */
    public static final int LENGTH_TAG = 7;

    private ZfcpDbfRec() {
    }

    /** Kind of record: which of the forms that share this layout. */
    public static int id(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_ID);
    }

    /** Sets it: see {@link #id(long)}. */
    public static void id(long struct, int value) {
        Memory.putByte(struct + OFFSET_ID, (byte) value);
    }

    /** Address of the tag: seven ASCII characters without terminator that name the call site. */
    public static long tag(long struct) {
        return struct + OFFSET_TAG;
    }

    /** LUN, or {@code ZFCP_DBF_INVALID_LUN}. */
    public static long lun(long struct) {
        return Memory.getLong(struct + OFFSET_LUN);
    }

    /** Sets it: see {@link #lun(long)}. */
    public static void lun(long struct, long value) {
        Memory.putLong(struct + OFFSET_LUN, value);
    }

    /** World-wide port name, or 0. */
    public static long wwpn(long struct) {
        return Memory.getLong(struct + OFFSET_WWPN);
    }

    /** Sets it: see {@link #wwpn(long)}. */
    public static void wwpn(long struct, long value) {
        Memory.putLong(struct + OFFSET_WWPN, value);
    }

    /** Fibre Channel address of the port. */
    public static int dId(long struct) {
        return Memory.getInt(struct + OFFSET_D_ID);
    }

    /** Sets it: see {@link #dId(long)}. */
    public static void dId(long struct, int value) {
        Memory.putInt(struct + OFFSET_D_ID, value);
    }

    /** Status word of the adapter. */
    public static int adapterStatus(long struct) {
        return Memory.getInt(struct + OFFSET_ADAPTER_STATUS);
    }

    /** Sets it: see {@link #adapterStatus(long)}. */
    public static void adapterStatus(long struct, int value) {
        Memory.putInt(struct + OFFSET_ADAPTER_STATUS, value);
    }

    /** Status word of the port. */
    public static int portStatus(long struct) {
        return Memory.getInt(struct + OFFSET_PORT_STATUS);
    }

    /** Sets it: see {@link #portStatus(long)}. */
    public static void portStatus(long struct, int value) {
        Memory.putInt(struct + OFFSET_PORT_STATUS, value);
    }

    /** Status word of the LUN. */
    public static int lunStatus(long struct) {
        return Memory.getInt(struct + OFFSET_LUN_STATUS);
    }

    /** Sets it: see {@link #lunStatus(long)}. */
    public static void lunStatus(long struct, int value) {
        Memory.putInt(struct + OFFSET_LUN_STATUS, value);
    }

    /** Address of the triggered form, see {@link ZfcpDbfRecTrigger}. */
    public static long trig(long struct) {
        return struct + OFFSET_TRIG;
    }

    /** Address of the running form, see {@link ZfcpDbfRecRunning}. */
    public static long run(long struct) {
        return struct + OFFSET_RUN;
    }
}
