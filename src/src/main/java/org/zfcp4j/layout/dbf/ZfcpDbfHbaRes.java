// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.dbf;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u32;
import static org.zfcp4j.layout.Fields.u64;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Part of an HBA record that tells a response.
 *
 * <p>C type: {@code struct zfcp_dbf_hba_res}.
 */
public final class ZfcpDbfHbaRes {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("zfcp_dbf_hba_res",
                    u64("req_issued"),
                    u32("prot_status"),
                    bytes("prot_status_qual", 16),
                    u32("fsf_status"),
                    bytes("fsf_status_qual", 16),
                    u32("port_handle"),
                    u32("lun_handle"));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_REQ_ISSUED = offset(LAYOUT, "req_issued");
    public static final long OFFSET_PROT_STATUS = offset(LAYOUT, "prot_status");
    public static final long OFFSET_PROT_STATUS_QUAL = offset(LAYOUT, "prot_status_qual");
    public static final long OFFSET_FSF_STATUS = offset(LAYOUT, "fsf_status");
    public static final long OFFSET_FSF_STATUS_QUAL = offset(LAYOUT, "fsf_status_qual");
    public static final long OFFSET_PORT_HANDLE = offset(LAYOUT, "port_handle");
    public static final long OFFSET_LUN_HANDLE = offset(LAYOUT, "lun_handle");

    /** Length of {@code prot_status_qual} in bytes. */
    public static final int LENGTH_PROT_STATUS_QUAL = 16;

    /** Length of {@code fsf_status_qual} in bytes. */
    public static final int LENGTH_FSF_STATUS_QUAL = 16;

    private ZfcpDbfHbaRes() {
    }

    /** Time of day clock when the request was sent. */
    public static long reqIssued(long struct) {
        return Memory.getLong(struct + OFFSET_REQ_ISSUED);
    }

    /** Sets it: see {@link #reqIssued(long)}. */
    public static void reqIssued(long struct, long value) {
        Memory.putLong(struct + OFFSET_REQ_ISSUED, value);
    }

    /** Protocol status. */
    public static int protStatus(long struct) {
        return Memory.getInt(struct + OFFSET_PROT_STATUS);
    }

    /** Sets it: see {@link #protStatus(long)}. */
    public static void protStatus(long struct, int value) {
        Memory.putInt(struct + OFFSET_PROT_STATUS, value);
    }

    /** Address of the protocol status qualifier. */
    public static long protStatusQual(long struct) {
        return struct + OFFSET_PROT_STATUS_QUAL;
    }

    /** FSF status. */
    public static int fsfStatus(long struct) {
        return Memory.getInt(struct + OFFSET_FSF_STATUS);
    }

    /** Sets it: see {@link #fsfStatus(long)}. */
    public static void fsfStatus(long struct, int value) {
        Memory.putInt(struct + OFFSET_FSF_STATUS, value);
    }

    /** Address of the FSF status qualifier. */
    public static long fsfStatusQual(long struct) {
        return struct + OFFSET_FSF_STATUS_QUAL;
    }

    /** Handle of the port. */
    public static int portHandle(long struct) {
        return Memory.getInt(struct + OFFSET_PORT_HANDLE);
    }

    /** Sets it: see {@link #portHandle(long)}. */
    public static void portHandle(long struct, int value) {
        Memory.putInt(struct + OFFSET_PORT_HANDLE, value);
    }

    /** Handle of the LUN. */
    public static int lunHandle(long struct) {
        return Memory.getInt(struct + OFFSET_LUN_HANDLE);
    }

    /** Sets it: see {@link #lunHandle(long)}. */
    public static void lunHandle(long struct, int value) {
        Memory.putInt(struct + OFFSET_LUN_HANDLE, value);
    }
}
