// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.dbf;

import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u32;
import static org.zfcp4j.layout.Fields.u64;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Part of an HBA record that tells an unsolicited status.
 *
 * <p>C type: {@code struct zfcp_dbf_hba_uss}.
 */
public final class ZfcpDbfHbaUss {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("zfcp_dbf_hba_uss",
                    u32("status_type"),
                    u32("status_subtype"),
                    u32("d_id"),
                    u64("lun"),
                    u64("queue_designator"));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_STATUS_TYPE = offset(LAYOUT, "status_type");
    public static final long OFFSET_STATUS_SUBTYPE = offset(LAYOUT, "status_subtype");
    public static final long OFFSET_D_ID = offset(LAYOUT, "d_id");
    public static final long OFFSET_LUN = offset(LAYOUT, "lun");
    public static final long OFFSET_QUEUE_DESIGNATOR = offset(LAYOUT, "queue_designator");

    private ZfcpDbfHbaUss() {
    }

    /** Kind of notification. */
    public static int statusType(long struct) {
        return Memory.getInt(struct + OFFSET_STATUS_TYPE);
    }

    /** Sets it: see {@link #statusType(long)}. */
    public static void statusType(long struct, int value) {
        Memory.putInt(struct + OFFSET_STATUS_TYPE, value);
    }

    /** Detail of the kind. */
    public static int statusSubtype(long struct) {
        return Memory.getInt(struct + OFFSET_STATUS_SUBTYPE);
    }

    /** Sets it: see {@link #statusSubtype(long)}. */
    public static void statusSubtype(long struct, int value) {
        Memory.putInt(struct + OFFSET_STATUS_SUBTYPE, value);
    }

    /** Fibre Channel address of the port. */
    public static int dId(long struct) {
        return Memory.getInt(struct + OFFSET_D_ID);
    }

    /** Sets it: see {@link #dId(long)}. */
    public static void dId(long struct, int value) {
        Memory.putInt(struct + OFFSET_D_ID, value);
    }

    /** LUN. */
    public static long lun(long struct) {
        return Memory.getLong(struct + OFFSET_LUN);
    }

    /** Sets it: see {@link #lun(long)}. */
    public static void lun(long struct, long value) {
        Memory.putLong(struct + OFFSET_LUN, value);
    }

    /** Queue designator, eight bytes as one number. */
    public static long queueDesignator(long struct) {
        return Memory.getLong(struct + OFFSET_QUEUE_DESIGNATOR);
    }

    /** Sets it: see {@link #queueDesignator(long)}. */
    public static void queueDesignator(long struct, long value) {
        Memory.putLong(struct + OFFSET_QUEUE_DESIGNATOR, value);
    }
}
