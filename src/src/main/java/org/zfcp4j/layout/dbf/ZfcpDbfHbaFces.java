// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.dbf;

import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u32;
import static org.zfcp4j.layout.Fields.u64;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Part of an HBA record that tells a change of Fibre Channel endpoint security.
 *
 * <p>C type: {@code struct zfcp_dbf_hba_fces}.
 */
public final class ZfcpDbfHbaFces {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("zfcp_dbf_hba_fces",
                    u64("req_issued"),
                    u32("fsf_status"),
                    u32("port_handle"),
                    u64("wwpn"),
                    u32("fc_security_old"),
                    u32("fc_security_new"));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_REQ_ISSUED = offset(LAYOUT, "req_issued");
    public static final long OFFSET_FSF_STATUS = offset(LAYOUT, "fsf_status");
    public static final long OFFSET_PORT_HANDLE = offset(LAYOUT, "port_handle");
    public static final long OFFSET_WWPN = offset(LAYOUT, "wwpn");
    public static final long OFFSET_FC_SECURITY_OLD = offset(LAYOUT, "fc_security_old");
    public static final long OFFSET_FC_SECURITY_NEW = offset(LAYOUT, "fc_security_new");

    private ZfcpDbfHbaFces() {
    }

    /** Time of day clock when the request was sent. */
    public static long reqIssued(long struct) {
        return Memory.getLong(struct + OFFSET_REQ_ISSUED);
    }

    /** Sets it: see {@link #reqIssued(long)}. */
    public static void reqIssued(long struct, long value) {
        Memory.putLong(struct + OFFSET_REQ_ISSUED, value);
    }

    /** FSF status. */
    public static int fsfStatus(long struct) {
        return Memory.getInt(struct + OFFSET_FSF_STATUS);
    }

    /** Sets it: see {@link #fsfStatus(long)}. */
    public static void fsfStatus(long struct, int value) {
        Memory.putInt(struct + OFFSET_FSF_STATUS, value);
    }

    /** Handle of the port. */
    public static int portHandle(long struct) {
        return Memory.getInt(struct + OFFSET_PORT_HANDLE);
    }

    /** Sets it: see {@link #portHandle(long)}. */
    public static void portHandle(long struct, int value) {
        Memory.putInt(struct + OFFSET_PORT_HANDLE, value);
    }

    /** World-wide port name. */
    public static long wwpn(long struct) {
        return Memory.getLong(struct + OFFSET_WWPN);
    }

    /** Sets it: see {@link #wwpn(long)}. */
    public static void wwpn(long struct, long value) {
        Memory.putLong(struct + OFFSET_WWPN, value);
    }

    /** Security before. */
    public static int fcSecurityOld(long struct) {
        return Memory.getInt(struct + OFFSET_FC_SECURITY_OLD);
    }

    /** Sets it: see {@link #fcSecurityOld(long)}. */
    public static void fcSecurityOld(long struct, int value) {
        Memory.putInt(struct + OFFSET_FC_SECURITY_OLD, value);
    }

    /** Security now. */
    public static int fcSecurityNew(long struct) {
        return Memory.getInt(struct + OFFSET_FC_SECURITY_NEW);
    }

    /** Sets it: see {@link #fcSecurityNew(long)}. */
    public static void fcSecurityNew(long struct, int value) {
        Memory.putInt(struct + OFFSET_FC_SECURITY_NEW, value);
    }
}
