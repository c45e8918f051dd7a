// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Bytes;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Part;
import org.zfcp4j.layout.U16;
import org.zfcp4j.layout.U24;
import org.zfcp4j.layout.U32;

/** Bottom of a QTCB that exchanges configuration data: what driver and channel exchange first. */
public final class FsfQtcbBottomConfig {
    private static final Members MEMBERS = Members.device("fsf_qtcb_bottom_config");
    /** Version of the licensed internal code. */
    public static final U32 LIC_VERSION = MEMBERS.u32("lic_version");
    /** Features that the driver asks for, {@code FSF_FEATURE_*}. */
    public static final U32 FEATURE_SELECTION = MEMBERS.u32("feature_selection");
    /** Highest QTCB version that the channel accepts. */
    public static final U32 HIGH_QTCB_VERSION = MEMBERS.u32("high_qtcb_version");
    /** Lowest QTCB version that the channel accepts. */
    public static final U32 LOW_QTCB_VERSION = MEMBERS.u32("low_qtcb_version");
    /** Longest QTCB that the channel accepts, in bytes. */
    public static final U32 MAX_QTCB_SIZE = MEMBERS.u32("max_qtcb_size");
    /** Longest transfer of a request in bytes. */
    public static final U32 MAX_DATA_TRANSFER_SIZE = MEMBERS.u32("max_data_transfer_size");
    /** Features of the channel, {@code FSF_FEATURE_*}. */
    public static final U32 ADAPTER_FEATURES = MEMBERS.u32("adapter_features");
    /** Features of the connection, {@code FSF_FEATURE_NPIV_MODE}. */
    public static final U32 CONNECTION_FEATURES = MEMBERS.u32("connection_features");
    /** Topology, {@code FSF_TOPO_*}. */
    public static final U32 FC_TOPOLOGY = MEMBERS.u32("fc_topology");
    /** Speed of the link, as a bit of the FC transport class. */
    public static final U32 FC_LINK_SPEED = MEMBERS.u32("fc_link_speed");
    /** Type of the channel. */
    public static final U32 ADAPTER_TYPE = MEMBERS.u32("adapter_type");
    /** Fibre Channel address of the peer on a point-to-point link, 24 bits. */
    public static final U24 PEER_D_ID = MEMBERS.reserved8("res0").u24("peer_d_id");
    /** Number of status read buffers that the channel wants to be posted. */
    public static final U16 STATUS_READ_BUF_NUM = MEMBERS.u16("status_read_buf_num");
    /** Length of the unit of latencies; only {@code ZFCP_FSF_TIMER_INT_MASK} of it counts. */
    public static final U16 TIMER_INTERVAL = MEMBERS.u16("timer_interval");
    /** Fibre Channel address of this port, 24 bits. */
    public static final U24 S_ID = MEMBERS.reserved("res2", 9).u24("s_id");
    /**
     * The service parameters of this port: a login payload without its command word, see {@link
     * org.zfcp4j.layout.fc.FcElsFlogi}.
     */
    public static final Bytes NPORT_SERV_PARAM = MEMBERS.bytes("nport_serv_param", 128);
    /** Number of ports of the adapter. */
    public static final U32 ADAPTER_PORTS = MEMBERS.reserved("res3", 8).u32("adapter_ports");
    /** Version of the hardware; valid when non-zero. */
    public static final U32 HARDWARE_VERSION = MEMBERS.u32("hardware_version");
    /** The serial number in EBCDIC. */
    public static final Bytes SERIAL_NUMBER = MEMBERS.bytes("serial_number", 32);
    /** The login payload of the point-to-point peer, without its command word. */
    public static final Bytes PLOGI_PAYLOAD = MEMBERS.bytes("plogi_payload", 112);
    /** The counters, see {@link FsfStatisticsInfo}. */
    public static final Part STAT_INFO = MEMBERS.part("stat_info", FsfStatisticsInfo.LAYOUT);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.reserved("res4", 112).layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FsfQtcbBottomConfig() {
    }
}
