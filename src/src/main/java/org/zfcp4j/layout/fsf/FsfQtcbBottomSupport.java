// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u32;
import static org.zfcp4j.layout.Fields.u64;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.DeviceMemory;
import org.zfcp4j.layout.Memory;

/**
 * Bottom of a QTCB that opens and closes ports and LUNs, aborts, or carries CT and ELS requests.
 *
 * <p>C type: {@code struct fsf_qtcb_bottom_support}.
 */
public final class FsfQtcbBottomSupport {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fsf_qtcb_bottom_support",
                    u32("operation_subtype"),
                    bytes("res1", 13),
                    bytes("d_id", 3),
                    u32("option"),
                    u64("fcp_lun"),
                    u64("res2"),
                    u64("req_handle"),
                    u32("service_class"),
                    bytes("res3", 3),
                    u8("timeout"),
                    u32("lun_access_info"),
                    u32("connection_info"),
                    bytes("res4", 176),
                    u32("els1_length"),
                    u32("els2_length"),
                    u32("req_buf_length"),
                    u32("resp_buf_length"),
                    bytes("els", 256));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_OPERATION_SUBTYPE = offset(LAYOUT, "operation_subtype");
    public static final long OFFSET_RES1 = offset(LAYOUT, "res1");
    public static final long OFFSET_D_ID = offset(LAYOUT, "d_id");
    public static final long OFFSET_OPTION = offset(LAYOUT, "option");
    public static final long OFFSET_FCP_LUN = offset(LAYOUT, "fcp_lun");
    public static final long OFFSET_RES2 = offset(LAYOUT, "res2");
    public static final long OFFSET_REQ_HANDLE = offset(LAYOUT, "req_handle");
    public static final long OFFSET_SERVICE_CLASS = offset(LAYOUT, "service_class");
    public static final long OFFSET_RES3 = offset(LAYOUT, "res3");
    public static final long OFFSET_TIMEOUT = offset(LAYOUT, "timeout");
    public static final long OFFSET_LUN_ACCESS_INFO = offset(LAYOUT, "lun_access_info");
    public static final long OFFSET_CONNECTION_INFO = offset(LAYOUT, "connection_info");
    public static final long OFFSET_RES4 = offset(LAYOUT, "res4");
    public static final long OFFSET_ELS1_LENGTH = offset(LAYOUT, "els1_length");
    public static final long OFFSET_ELS2_LENGTH = offset(LAYOUT, "els2_length");
    public static final long OFFSET_REQ_BUF_LENGTH = offset(LAYOUT, "req_buf_length");
    public static final long OFFSET_RESP_BUF_LENGTH = offset(LAYOUT, "resp_buf_length");
    public static final long OFFSET_ELS = offset(LAYOUT, "els");

    /** Length of {@code els} in bytes. */
    public static final int LENGTH_ELS = 256;

    private FsfQtcbBottomSupport() {
    }

    /** Variant of the command. */
    public static int operationSubtype(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_OPERATION_SUBTYPE);
    }

    /** Sets it: see {@link #operationSubtype(long)}. */
    public static void operationSubtype(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_OPERATION_SUBTYPE, value);
    }

    /** Fibre Channel address of the remote port, 24 bits. */
    public static int dId(long struct) {
        return Memory.get24(struct + OFFSET_D_ID);
    }

    /** Sets it: see {@link #dId(long)}. */
    public static void dId(long struct, int value) {
        Memory.put24(struct + OFFSET_D_ID, value);
    }

    /** Options of the command, such as {@link FsfConstants#FSF_OPEN_LUN_SUPPRESS_BOXING}. */
    public static int option(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_OPTION);
    }

    /** Sets it: see {@link #option(long)}. */
    public static void option(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_OPTION, value);
    }

    /** LUN to open. */
    public static long fcpLun(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_FCP_LUN);
    }

    /** Sets it: see {@link #fcpLun(long)}. */
    public static void fcpLun(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_FCP_LUN, value);
    }

    /** Id of the request to abort. */
    public static long reqHandle(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_REQ_HANDLE);
    }

    /** Sets it: see {@link #reqHandle(long)}. */
    public static void reqHandle(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_REQ_HANDLE, value);
    }

    /** Fibre Channel class of service. */
    public static int serviceClass(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_SERVICE_CLASS);
    }

    /** Sets it: see {@link #serviceClass(long)}. */
    public static void serviceClass(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_SERVICE_CLASS, value);
    }

    /** Time limit of a CT or ELS request in seconds. */
    public static int timeout(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_TIMEOUT);
    }

    /** Sets it: see {@link #timeout(long)}. */
    public static void timeout(long struct, int value) {
        Memory.putByte(struct + OFFSET_TIMEOUT, (byte) value);
    }

    /** Access to the LUN that the channel granted. */
    public static int lunAccessInfo(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_LUN_ACCESS_INFO);
    }

    /** Sets it: see {@link #lunAccessInfo(long)}. */
    public static void lunAccessInfo(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_LUN_ACCESS_INFO, value);
    }

    /** How the port is connected: security of the connection, {@code FSF_FC_SECURITY_*}. */
    public static int connectionInfo(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_CONNECTION_INFO);
    }

    /** Sets it: see {@link #connectionInfo(long)}. */
    public static void connectionInfo(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_CONNECTION_INFO, value);
    }

    /** Length of the first received ELS payload in bytes. */
    public static int els1Length(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_ELS1_LENGTH);
    }

    /** Sets it: see {@link #els1Length(long)}. */
    public static void els1Length(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_ELS1_LENGTH, value);
    }

    /** Length of the second received ELS payload in bytes. */
    public static int els2Length(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_ELS2_LENGTH);
    }

    /** Sets it: see {@link #els2Length(long)}. */
    public static void els2Length(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_ELS2_LENGTH, value);
    }

    /** Length of a CT or ELS request in bytes. */
    public static int reqBufLength(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_REQ_BUF_LENGTH);
    }

    /** Sets it: see {@link #reqBufLength(long)}. */
    public static void reqBufLength(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_REQ_BUF_LENGTH, value);
    }

    /** Length of the room for its response in bytes. */
    public static int respBufLength(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_RESP_BUF_LENGTH);
    }

    /** Sets it: see {@link #respBufLength(long)}. */
    public static void respBufLength(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_RESP_BUF_LENGTH, value);
    }

    /**
     * Address of received ELS payload; after opening a port, the answer to PLOGI ({@link
     * org.zfcp4j.layout.fc.FcElsFlogi}).
     */
    public static long els(long struct) {
        return struct + OFFSET_ELS;
    }
}
