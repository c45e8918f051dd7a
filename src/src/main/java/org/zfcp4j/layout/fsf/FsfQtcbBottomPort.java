// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.BitField;
import org.zfcp4j.layout.Bytes;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Part;
import org.zfcp4j.layout.S16;
import org.zfcp4j.layout.U16;
import org.zfcp4j.layout.U32;
import org.zfcp4j.layout.U64;
import org.zfcp4j.layout.U8;

/**
 * Bottom of a QTCB that exchanges port data: properties and counters of the physical port.
 *
 * <p>The counters, from seconds since the last reset on, are the channel's alone and cannot be set here.
 */
public final class FsfQtcbBottomPort {
    private static final Members MEMBERS = Members.device("fsf_qtcb_bottom_port");
    /** World-wide port name of the physical port. */
    public static final U64 WWPN = MEMBERS.u64("wwpn");
    /** Fibre Channel address of the physical port. */
    public static final U32 FC_PORT_ID = MEMBERS.u32("fc_port_id");
    /** Type of the port, in the values of the FC transport class. */
    public static final U32 PORT_TYPE = MEMBERS.u32("port_type");
    /** State of the port, in the values of the FC transport class. */
    public static final U32 PORT_STATE = MEMBERS.u32("port_state");
    /** Supported classes of service. */
    public static final U32 CLASS_OF_SERVICE = MEMBERS.u32("class_of_service");
    /** The bit map of supported FC-4 types. */
    public static final Bytes SUPPORTED_FC4_TYPES = MEMBERS.bytes("supported_fc4_types", 32);
    /** The bit map of active FC-4 types. */
    public static final Bytes ACTIVE_FC4_TYPES = MEMBERS.bytes("active_fc4_types", 32);
    /** Supported speeds, a bit each. */
    public static final U32 SUPPORTED_SPEED = MEMBERS.u32("supported_speed");
    /** Longest frame in bytes. */
    public static final U32 MAXIMUM_FRAME_SIZE = MEMBERS.u32("maximum_frame_size");
    /** Age of the counters in seconds. */
    public static final U64 SECONDS_SINCE_LAST_RESET = MEMBERS.u64("seconds_since_last_reset");
    /** Frames sent. */
    public static final U64 TX_FRAMES = MEMBERS.u64("tx_frames");
    /** Words sent. */
    public static final U64 TX_WORDS = MEMBERS.u64("tx_words");
    /** Frames received. */
    public static final U64 RX_FRAMES = MEMBERS.u64("rx_frames");
    /** Words received. */
    public static final U64 RX_WORDS = MEMBERS.u64("rx_words");
    /** Loop initializations. */
    public static final U64 LIP = MEMBERS.u64("lip");
    /** Not-operational sequences. */
    public static final U64 NOS = MEMBERS.u64("nos");
    /** Frames with errors. */
    public static final U64 ERROR_FRAMES = MEMBERS.u64("error_frames");
    /** Frames thrown away. */
    public static final U64 DUMPED_FRAMES = MEMBERS.u64("dumped_frames");
    /** Link failures. */
    public static final U64 LINK_FAILURE = MEMBERS.u64("link_failure");
    /** Losses of synchronization. */
    public static final U64 LOSS_OF_SYNC = MEMBERS.u64("loss_of_sync");
    /** Losses of signal. */
    public static final U64 LOSS_OF_SIGNAL = MEMBERS.u64("loss_of_signal");
    /** Primitive sequence protocol errors. */
    public static final U64 PSP_ERROR_COUNTS = MEMBERS.u64("psp_error_counts");
    /** Invalid transmission words. */
    public static final U64 INVALID_TX_WORDS = MEMBERS.u64("invalid_tx_words");
    /** Frames with a wrong CRC. */
    public static final U64 INVALID_CRCS = MEMBERS.u64("invalid_crcs");
    /** Requests that read. */
    public static final U64 INPUT_REQUESTS = MEMBERS.u64("input_requests");
    /** Requests that wrote. */
    public static final U64 OUTPUT_REQUESTS = MEMBERS.u64("output_requests");
    /** Requests without data. */
    public static final U64 CONTROL_REQUESTS = MEMBERS.u64("control_requests");
    /** Megabytes read. */
    public static final U64 INPUT_MB = MEMBERS.u64("input_mb");
    /** Megabytes written. */
    public static final U64 OUTPUT_MB = MEMBERS.u64("output_mb");
    /** Utilization of the channel processor in percent. */
    public static final U8 CP_UTIL = MEMBERS.u8("cp_util");
    /** Utilization of the channel bus in percent. */
    public static final U8 CB_UTIL = MEMBERS.u8("cb_util");
    /** Utilization of the adapter in percent. */
    public static final U8 A_UTIL = MEMBERS.u8("a_util");
    /** Temperature of the transceiver, signed, in 1/256 degree Celsius. */
    public static final S16 TEMPERATURE = MEMBERS.reserved8("res2").s16("temperature");
    /** Supply voltage of the transceiver in units of 100 microvolts. */
    public static final U16 VCC = MEMBERS.u16("vcc");
    /** Laser bias current in units of 2 microamperes. */
    public static final U16 TX_BIAS = MEMBERS.u16("tx_bias");
    /** Sent optical power in units of 0.1 microwatts. */
    public static final U16 TX_POWER = MEMBERS.u16("tx_power");
    /** Received optical power in units of 0.1 microwatts. */
    public static final U16 RX_POWER = MEMBERS.u16("rx_power");
    private static final Members SFP_FLAGS_MEMBERS = MEMBERS.union("sfp_flags");
    /** All flags of the transceiver at once. */
    public static final U16 SFP_FLAGS_RAW = SFP_FLAGS_MEMBERS.u16("raw");
    /** Forward error correction is active. */
    public static final BitField SFP_FLAGS_FEC_ACTIVE = SFP_FLAGS_MEMBERS.bits16("fec_active", 1);
    /** Type of the connector. */
    public static final BitField SFP_FLAGS_CONNECTOR_TYPE = SFP_FLAGS_MEMBERS.hole16(7).bits16("connector_type", 2);
    /** The transceiver data are not valid. */
    public static final BitField SFP_FLAGS_SFP_INVALID = SFP_FLAGS_MEMBERS.bits16("sfp_invalid", 1);
    /** The port is optical. */
    public static final BitField SFP_FLAGS_OPTICAL_PORT = SFP_FLAGS_MEMBERS.bits16("optical_port", 1);
    /** Laser type of the port. */
    public static final BitField SFP_FLAGS_PORT_TX_TYPE = SFP_FLAGS_MEMBERS.bits16("port_tx_type", 4);
    /** The flags of the transceiver. */
    public static final Part SFP_FLAGS = SFP_FLAGS_MEMBERS.whole();
    /** Security algorithms of the port, {@code FSF_FC_SECURITY_*}. */
    public static final U32 FC_SECURITY_ALGORITHMS = MEMBERS.u32("fc_security_algorithms");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.reserved("res3", 236).layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FsfQtcbBottomPort() {
    }
}
