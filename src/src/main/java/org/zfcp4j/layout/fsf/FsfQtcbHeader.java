// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.part;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u16;
import static org.zfcp4j.layout.Fields.u32;
import static org.zfcp4j.layout.Fields.u64;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.DeviceMemory;

/**
 * Second part of a QTCB: the command and its outcome.
 *
 * <p>C type: {@code struct fsf_qtcb_header}.
 */
public final class FsfQtcbHeader {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fsf_qtcb_header",
                    u64("req_handle"),
                    u32("fsf_command"),
                    u32("res1"),
                    u32("port_handle"),
                    u32("lun_handle"),
                    u32("res2"),
                    u32("fsf_status"),
                    part("fsf_status_qual", FsfStatusQual.LAYOUT),
                    bytes("res3", 28),
                    u16("log_start"),
                    u16("log_length"),
                    bytes("res4", 16));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_REQ_HANDLE = offset(LAYOUT, "req_handle");
    public static final long OFFSET_FSF_COMMAND = offset(LAYOUT, "fsf_command");
    public static final long OFFSET_RES1 = offset(LAYOUT, "res1");
    public static final long OFFSET_PORT_HANDLE = offset(LAYOUT, "port_handle");
    public static final long OFFSET_LUN_HANDLE = offset(LAYOUT, "lun_handle");
    public static final long OFFSET_RES2 = offset(LAYOUT, "res2");
    public static final long OFFSET_FSF_STATUS = offset(LAYOUT, "fsf_status");
    public static final long OFFSET_FSF_STATUS_QUAL = offset(LAYOUT, "fsf_status_qual");
    public static final long OFFSET_RES3 = offset(LAYOUT, "res3");
    public static final long OFFSET_LOG_START = offset(LAYOUT, "log_start");
    public static final long OFFSET_LOG_LENGTH = offset(LAYOUT, "log_length");
    public static final long OFFSET_RES4 = offset(LAYOUT, "res4");

    private FsfQtcbHeader() {
    }

    /** Request id again; the channel uses it as the handle of the request. */
    public static long reqHandle(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_REQ_HANDLE);
    }

    /** Sets it: see {@link #reqHandle(long)}. */
    public static void reqHandle(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_REQ_HANDLE, value);
    }

    /** Command, {@code FSF_QTCB_*}. */
    public static int fsfCommand(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_FSF_COMMAND);
    }

    /** Sets it: see {@link #fsfCommand(long)}. */
    public static void fsfCommand(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_FSF_COMMAND, value);
    }

    /** Handle of an open port; answered by open, passed to everything else. */
    public static int portHandle(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_PORT_HANDLE);
    }

    /** Sets it: see {@link #portHandle(long)}. */
    public static void portHandle(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_PORT_HANDLE, value);
    }

    /** Handle of an open LUN; answered by open, passed to everything else. */
    public static int lunHandle(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_LUN_HANDLE);
    }

    /** Sets it: see {@link #lunHandle(long)}. */
    public static void lunHandle(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_LUN_HANDLE, value);
    }

    /** Outcome, {@code FSF_GOOD} and so on. */
    public static int fsfStatus(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_FSF_STATUS);
    }

    /** Sets it: see {@link #fsfStatus(long)}. */
    public static void fsfStatus(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_FSF_STATUS, value);
    }

    /** Address of the qualifier of the outcome, see {@link FsfStatusQual}. */
    public static long fsfStatusQual(long struct) {
        return struct + OFFSET_FSF_STATUS_QUAL;
    }

    /** Where the log of the request starts, in bytes from the start of the QTCB. */
    public static int logStart(long struct) {
        return DeviceMemory.getUnsignedShort(struct + OFFSET_LOG_START);
    }

    /** Sets it: see {@link #logStart(long)}. */
    public static void logStart(long struct, int value) {
        DeviceMemory.putShort(struct + OFFSET_LOG_START, (short) value);
    }

    /** Length of the log in bytes. */
    public static int logLength(long struct) {
        return DeviceMemory.getUnsignedShort(struct + OFFSET_LOG_LENGTH);
    }

    /** Sets it: see {@link #logLength(long)}. */
    public static void logLength(long struct, int value) {
        DeviceMemory.putShort(struct + OFFSET_LOG_LENGTH, (short) value);
    }
}
