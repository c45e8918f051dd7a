// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.part;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u16;
import static org.zfcp4j.layout.Fields.u32;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.DeviceMemory;
import org.zfcp4j.layout.Memory;

/**
 * Bottom of a QTCB that exchanges configuration data: what driver and channel tell each other first.
 *
 * <p>C type: {@code struct fsf_qtcb_bottom_config}.
 */
public final class FsfQtcbBottomConfig {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fsf_qtcb_bottom_config",
                    u32("lic_version"),
                    u32("feature_selection"),
                    u32("high_qtcb_version"),
                    u32("low_qtcb_version"),
                    u32("max_qtcb_size"),
                    u32("max_data_transfer_size"),
                    u32("adapter_features"),
                    u32("connection_features"),
                    u32("fc_topology"),
                    u32("fc_link_speed"),
                    u32("adapter_type"),
                    u8("res0"),
                    bytes("peer_d_id", 3),
                    u16("status_read_buf_num"),
                    u16("timer_interval"),
                    bytes("res2", 9),
                    bytes("s_id", 3),
                    bytes("nport_serv_param", 128),
                    bytes("res3", 8),
                    u32("adapter_ports"),
                    u32("hardware_version"),
                    bytes("serial_number", 32),
                    bytes("plogi_payload", 112),
                    part("stat_info", FsfStatisticsInfo.LAYOUT),
                    bytes("res4", 112));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_LIC_VERSION = offset(LAYOUT, "lic_version");
    public static final long OFFSET_FEATURE_SELECTION = offset(LAYOUT, "feature_selection");
    public static final long OFFSET_HIGH_QTCB_VERSION = offset(LAYOUT, "high_qtcb_version");
    public static final long OFFSET_LOW_QTCB_VERSION = offset(LAYOUT, "low_qtcb_version");
    public static final long OFFSET_MAX_QTCB_SIZE = offset(LAYOUT, "max_qtcb_size");
    public static final long OFFSET_MAX_DATA_TRANSFER_SIZE = offset(LAYOUT, "max_data_transfer_size");
    public static final long OFFSET_ADAPTER_FEATURES = offset(LAYOUT, "adapter_features");
    public static final long OFFSET_CONNECTION_FEATURES = offset(LAYOUT, "connection_features");
    public static final long OFFSET_FC_TOPOLOGY = offset(LAYOUT, "fc_topology");
    public static final long OFFSET_FC_LINK_SPEED = offset(LAYOUT, "fc_link_speed");
    public static final long OFFSET_ADAPTER_TYPE = offset(LAYOUT, "adapter_type");
    public static final long OFFSET_RES0 = offset(LAYOUT, "res0");
    public static final long OFFSET_PEER_D_ID = offset(LAYOUT, "peer_d_id");
    public static final long OFFSET_STATUS_READ_BUF_NUM = offset(LAYOUT, "status_read_buf_num");
    public static final long OFFSET_TIMER_INTERVAL = offset(LAYOUT, "timer_interval");
    public static final long OFFSET_RES2 = offset(LAYOUT, "res2");
    public static final long OFFSET_S_ID = offset(LAYOUT, "s_id");
    public static final long OFFSET_NPORT_SERV_PARAM = offset(LAYOUT, "nport_serv_param");
    public static final long OFFSET_RES3 = offset(LAYOUT, "res3");
    public static final long OFFSET_ADAPTER_PORTS = offset(LAYOUT, "adapter_ports");
    public static final long OFFSET_HARDWARE_VERSION = offset(LAYOUT, "hardware_version");
    public static final long OFFSET_SERIAL_NUMBER = offset(LAYOUT, "serial_number");
    public static final long OFFSET_PLOGI_PAYLOAD = offset(LAYOUT, "plogi_payload");
    public static final long OFFSET_STAT_INFO = offset(LAYOUT, "stat_info");
    public static final long OFFSET_RES4 = offset(LAYOUT, "res4");

    /** Length of {@code nport_serv_param} in bytes. */
    public static final int LENGTH_NPORT_SERV_PARAM = 128;

    /** Length of {@code serial_number} in bytes. */
    public static final int LENGTH_SERIAL_NUMBER = 32;

    /** Length of {@code plogi_payload} in bytes. */
    public static final int LENGTH_PLOGI_PAYLOAD = 112;

    private FsfQtcbBottomConfig() {
    }

    /** Version of the licensed internal code. */
    public static int licVersion(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_LIC_VERSION);
    }

    /** Sets it: see {@link #licVersion(long)}. */
    public static void licVersion(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_LIC_VERSION, value);
    }

    /** Features that the driver asks for, {@code FSF_FEATURE_*}. */
    public static int featureSelection(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_FEATURE_SELECTION);
    }

    /** Sets it: see {@link #featureSelection(long)}. */
    public static void featureSelection(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_FEATURE_SELECTION, value);
    }

    /** Highest QTCB version that the channel accepts. */
    public static int highQtcbVersion(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_HIGH_QTCB_VERSION);
    }

    /** Sets it: see {@link #highQtcbVersion(long)}. */
    public static void highQtcbVersion(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_HIGH_QTCB_VERSION, value);
    }

    /** Lowest QTCB version that the channel accepts. */
    public static int lowQtcbVersion(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_LOW_QTCB_VERSION);
    }

    /** Sets it: see {@link #lowQtcbVersion(long)}. */
    public static void lowQtcbVersion(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_LOW_QTCB_VERSION, value);
    }

    /** Longest QTCB that the channel accepts, in bytes. */
    public static int maxQtcbSize(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_MAX_QTCB_SIZE);
    }

    /** Sets it: see {@link #maxQtcbSize(long)}. */
    public static void maxQtcbSize(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_MAX_QTCB_SIZE, value);
    }

    /** Longest transfer of a request in bytes. */
    public static int maxDataTransferSize(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_MAX_DATA_TRANSFER_SIZE);
    }

    /** Sets it: see {@link #maxDataTransferSize(long)}. */
    public static void maxDataTransferSize(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_MAX_DATA_TRANSFER_SIZE, value);
    }

    /** Features of the channel, {@code FSF_FEATURE_*}. */
    public static int adapterFeatures(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_ADAPTER_FEATURES);
    }

    /** Sets it: see {@link #adapterFeatures(long)}. */
    public static void adapterFeatures(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_ADAPTER_FEATURES, value);
    }

    /** Features of the connection, {@code FSF_FEATURE_NPIV_MODE}. */
    public static int connectionFeatures(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_CONNECTION_FEATURES);
    }

    /** Sets it: see {@link #connectionFeatures(long)}. */
    public static void connectionFeatures(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_CONNECTION_FEATURES, value);
    }

    /** Topology, {@code FSF_TOPO_*}. */
    public static int fcTopology(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_FC_TOPOLOGY);
    }

    /** Sets it: see {@link #fcTopology(long)}. */
    public static void fcTopology(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_FC_TOPOLOGY, value);
    }

    /** Speed of the link, as a bit of the FC transport class. */
    public static int fcLinkSpeed(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_FC_LINK_SPEED);
    }

    /** Sets it: see {@link #fcLinkSpeed(long)}. */
    public static void fcLinkSpeed(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_FC_LINK_SPEED, value);
    }

    /** Type of the channel. */
    public static int adapterType(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_ADAPTER_TYPE);
    }

    /** Sets it: see {@link #adapterType(long)}. */
    public static void adapterType(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_ADAPTER_TYPE, value);
    }

    /** Fibre Channel address of the peer on a point-to-point link, 24 bits. */
    public static int peerDId(long struct) {
        return Memory.get24(struct + OFFSET_PEER_D_ID);
    }

    /** Sets it: see {@link #peerDId(long)}. */
    public static void peerDId(long struct, int value) {
        Memory.put24(struct + OFFSET_PEER_D_ID, value);
    }

    /** Number of status read buffers that the channel wants to be posted. */
    public static int statusReadBufNum(long struct) {
        return DeviceMemory.getUnsignedShort(struct + OFFSET_STATUS_READ_BUF_NUM);
    }

    /** Sets it: see {@link #statusReadBufNum(long)}. */
    public static void statusReadBufNum(long struct, int value) {
        DeviceMemory.putShort(struct + OFFSET_STATUS_READ_BUF_NUM, (short) value);
    }

    /** Length of the unit of latencies; only {@code ZFCP_FSF_TIMER_INT_MASK} of it counts. */
    public static int timerInterval(long struct) {
        return DeviceMemory.getUnsignedShort(struct + OFFSET_TIMER_INTERVAL);
    }

    /** Sets it: see {@link #timerInterval(long)}. */
    public static void timerInterval(long struct, int value) {
        DeviceMemory.putShort(struct + OFFSET_TIMER_INTERVAL, (short) value);
    }

    /** Fibre Channel address of this port, 24 bits. */
    public static int sId(long struct) {
        return Memory.get24(struct + OFFSET_S_ID);
    }

    /** Sets it: see {@link #sId(long)}. */
    public static void sId(long struct, int value) {
        Memory.put24(struct + OFFSET_S_ID, value);
    }

    /**
     * Address of the service parameters of this port: a login payload without its command word, see {@link
     * org.zfcp4j.layout.fc.FcElsFlogi}.
     */
    public static long nportServParam(long struct) {
        return struct + OFFSET_NPORT_SERV_PARAM;
    }

    /** Number of ports of the adapter. */
    public static int adapterPorts(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_ADAPTER_PORTS);
    }

    /** Sets it: see {@link #adapterPorts(long)}. */
    public static void adapterPorts(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_ADAPTER_PORTS, value);
    }

    /** Version of the hardware; valid when non-zero. */
    public static int hardwareVersion(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_HARDWARE_VERSION);
    }

    /** Sets it: see {@link #hardwareVersion(long)}. */
    public static void hardwareVersion(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_HARDWARE_VERSION, value);
    }

    /** Address of the serial number in EBCDIC. */
    public static long serialNumber(long struct) {
        return struct + OFFSET_SERIAL_NUMBER;
    }

    /** Address of the login payload of the point-to-point peer, without its command word. */
    public static long plogiPayload(long struct) {
        return struct + OFFSET_PLOGI_PAYLOAD;
    }

    /** Address of the counters, see {@link FsfStatisticsInfo}. */
    public static long statInfo(long struct) {
        return struct + OFFSET_STAT_INFO;
    }
}
