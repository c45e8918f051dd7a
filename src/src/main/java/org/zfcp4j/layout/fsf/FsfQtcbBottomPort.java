// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import static org.zfcp4j.layout.Fields.bits16;
import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u16;
import static org.zfcp4j.layout.Fields.u32;
import static org.zfcp4j.layout.Fields.u64;
import static org.zfcp4j.layout.Fields.u8;
import static org.zfcp4j.layout.Fields.union;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.BitField;
import org.zfcp4j.layout.DeviceMemory;
import org.zfcp4j.layout.Memory;

/**
 * Bottom of a QTCB that exchanges port data: properties and counters of the physical port.
 *
 * <p>The counters, from seconds since the last reset on, are the channel's alone and cannot be set here.
 *
 * <p>C type: {@code struct fsf_qtcb_bottom_port}.
 */
public final class FsfQtcbBottomPort {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fsf_qtcb_bottom_port",
                    u64("wwpn"),
                    u32("fc_port_id"),
                    u32("port_type"),
                    u32("port_state"),
                    u32("class_of_service"),
                    bytes("supported_fc4_types", 32),
                    bytes("active_fc4_types", 32),
                    u32("supported_speed"),
                    u32("maximum_frame_size"),
                    u64("seconds_since_last_reset"),
                    u64("tx_frames"),
                    u64("tx_words"),
                    u64("rx_frames"),
                    u64("rx_words"),
                    u64("lip"),
                    u64("nos"),
                    u64("error_frames"),
                    u64("dumped_frames"),
                    u64("link_failure"),
                    u64("loss_of_sync"),
                    u64("loss_of_signal"),
                    u64("psp_error_counts"),
                    u64("invalid_tx_words"),
                    u64("invalid_crcs"),
                    u64("input_requests"),
                    u64("output_requests"),
                    u64("control_requests"),
                    u64("input_mb"),
                    u64("output_mb"),
                    u8("cp_util"),
                    u8("cb_util"),
                    u8("a_util"),
                    u8("res2"),
                    u16("temperature"),
                    u16("vcc"),
                    u16("tx_bias"),
                    u16("tx_power"),
                    u16("rx_power"),
                    union("sfp_flags",
                            u16("raw"),
                            bits16("fec_active:1", ":7", "connector_type:2", "sfp_invalid:1",
                                        "optical_port:1", "port_tx_type:4")),
                    u32("fc_security_algorithms"),
                    bytes("res3", 236));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_WWPN = offset(LAYOUT, "wwpn");
    public static final long OFFSET_FC_PORT_ID = offset(LAYOUT, "fc_port_id");
    public static final long OFFSET_PORT_TYPE = offset(LAYOUT, "port_type");
    public static final long OFFSET_PORT_STATE = offset(LAYOUT, "port_state");
    public static final long OFFSET_CLASS_OF_SERVICE = offset(LAYOUT, "class_of_service");
    public static final long OFFSET_SUPPORTED_FC4_TYPES = offset(LAYOUT, "supported_fc4_types");
    public static final long OFFSET_ACTIVE_FC4_TYPES = offset(LAYOUT, "active_fc4_types");
    public static final long OFFSET_SUPPORTED_SPEED = offset(LAYOUT, "supported_speed");
    public static final long OFFSET_MAXIMUM_FRAME_SIZE = offset(LAYOUT, "maximum_frame_size");
    public static final long OFFSET_SECONDS_SINCE_LAST_RESET = offset(LAYOUT, "seconds_since_last_reset");
    public static final long OFFSET_TX_FRAMES = offset(LAYOUT, "tx_frames");
    public static final long OFFSET_TX_WORDS = offset(LAYOUT, "tx_words");
    public static final long OFFSET_RX_FRAMES = offset(LAYOUT, "rx_frames");
    public static final long OFFSET_RX_WORDS = offset(LAYOUT, "rx_words");
    public static final long OFFSET_LIP = offset(LAYOUT, "lip");
    public static final long OFFSET_NOS = offset(LAYOUT, "nos");
    public static final long OFFSET_ERROR_FRAMES = offset(LAYOUT, "error_frames");
    public static final long OFFSET_DUMPED_FRAMES = offset(LAYOUT, "dumped_frames");
    public static final long OFFSET_LINK_FAILURE = offset(LAYOUT, "link_failure");
    public static final long OFFSET_LOSS_OF_SYNC = offset(LAYOUT, "loss_of_sync");
    public static final long OFFSET_LOSS_OF_SIGNAL = offset(LAYOUT, "loss_of_signal");
    public static final long OFFSET_PSP_ERROR_COUNTS = offset(LAYOUT, "psp_error_counts");
    public static final long OFFSET_INVALID_TX_WORDS = offset(LAYOUT, "invalid_tx_words");
    public static final long OFFSET_INVALID_CRCS = offset(LAYOUT, "invalid_crcs");
    public static final long OFFSET_INPUT_REQUESTS = offset(LAYOUT, "input_requests");
    public static final long OFFSET_OUTPUT_REQUESTS = offset(LAYOUT, "output_requests");
    public static final long OFFSET_CONTROL_REQUESTS = offset(LAYOUT, "control_requests");
    public static final long OFFSET_INPUT_MB = offset(LAYOUT, "input_mb");
    public static final long OFFSET_OUTPUT_MB = offset(LAYOUT, "output_mb");
    public static final long OFFSET_CP_UTIL = offset(LAYOUT, "cp_util");
    public static final long OFFSET_CB_UTIL = offset(LAYOUT, "cb_util");
    public static final long OFFSET_A_UTIL = offset(LAYOUT, "a_util");
    public static final long OFFSET_RES2 = offset(LAYOUT, "res2");
    public static final long OFFSET_TEMPERATURE = offset(LAYOUT, "temperature");
    public static final long OFFSET_VCC = offset(LAYOUT, "vcc");
    public static final long OFFSET_TX_BIAS = offset(LAYOUT, "tx_bias");
    public static final long OFFSET_TX_POWER = offset(LAYOUT, "tx_power");
    public static final long OFFSET_RX_POWER = offset(LAYOUT, "rx_power");
    public static final long OFFSET_SFP_FLAGS = offset(LAYOUT, "sfp_flags");
    public static final long OFFSET_SFP_FLAGS_RAW = offset(LAYOUT, "sfp_flags", "raw");
    public static final long OFFSET_FC_SECURITY_ALGORITHMS = offset(LAYOUT, "fc_security_algorithms");
    public static final long OFFSET_RES3 = offset(LAYOUT, "res3");

    /** Length of {@code supported_fc4_types} in bytes. */
    public static final int LENGTH_SUPPORTED_FC4_TYPES = 32;

    /** Length of {@code active_fc4_types} in bytes. */
    public static final int LENGTH_ACTIVE_FC4_TYPES = 32;

    // Positions of the bit fields.
    public static final BitField SFP_FLAGS_FEC_ACTIVE = BitField.of(LAYOUT, "sfp_flags", "fec_active");
    public static final BitField SFP_FLAGS_CONNECTOR_TYPE = BitField.of(LAYOUT, "sfp_flags", "connector_type");
    public static final BitField SFP_FLAGS_SFP_INVALID = BitField.of(LAYOUT, "sfp_flags", "sfp_invalid");
    public static final BitField SFP_FLAGS_OPTICAL_PORT = BitField.of(LAYOUT, "sfp_flags", "optical_port");
    public static final BitField SFP_FLAGS_PORT_TX_TYPE = BitField.of(LAYOUT, "sfp_flags", "port_tx_type");

    private FsfQtcbBottomPort() {
    }

    /** World-wide port name of the physical port. */
    public static long wwpn(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_WWPN);
    }

    /** Sets it: see {@link #wwpn(long)}. */
    public static void wwpn(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_WWPN, value);
    }

    /** Fibre Channel address of the physical port. */
    public static int fcPortId(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_FC_PORT_ID);
    }

    /** Sets it: see {@link #fcPortId(long)}. */
    public static void fcPortId(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_FC_PORT_ID, value);
    }

    /** Type of the port, in the values of the FC transport class. */
    public static int portType(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_PORT_TYPE);
    }

    /** Sets it: see {@link #portType(long)}. */
    public static void portType(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_PORT_TYPE, value);
    }

    /** State of the port, in the values of the FC transport class. */
    public static int portState(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_PORT_STATE);
    }

    /** Sets it: see {@link #portState(long)}. */
    public static void portState(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_PORT_STATE, value);
    }

    /** Supported classes of service. */
    public static int classOfService(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_CLASS_OF_SERVICE);
    }

    /** Sets it: see {@link #classOfService(long)}. */
    public static void classOfService(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_CLASS_OF_SERVICE, value);
    }

    /** Address of the bit map of supported FC-4 types. */
    public static long supportedFc4Types(long struct) {
        return struct + OFFSET_SUPPORTED_FC4_TYPES;
    }

    /** Address of the bit map of active FC-4 types. */
    public static long activeFc4Types(long struct) {
        return struct + OFFSET_ACTIVE_FC4_TYPES;
    }

    /** Supported speeds, a bit each. */
    public static int supportedSpeed(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_SUPPORTED_SPEED);
    }

    /** Sets it: see {@link #supportedSpeed(long)}. */
    public static void supportedSpeed(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_SUPPORTED_SPEED, value);
    }

    /** Longest frame in bytes. */
    public static int maximumFrameSize(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_MAXIMUM_FRAME_SIZE);
    }

    /** Sets it: see {@link #maximumFrameSize(long)}. */
    public static void maximumFrameSize(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_MAXIMUM_FRAME_SIZE, value);
    }

    /** Age of the counters in seconds. */
    public static long secondsSinceLastReset(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_SECONDS_SINCE_LAST_RESET);
    }

    /** Frames sent. */
    public static long txFrames(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_TX_FRAMES);
    }

    /** Words sent. */
    public static long txWords(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_TX_WORDS);
    }

    /** Frames received. */
    public static long rxFrames(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_RX_FRAMES);
    }

    /** Words received. */
    public static long rxWords(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_RX_WORDS);
    }

    /** Loop initializations. */
    public static long lip(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_LIP);
    }

    /** Not-operational sequences. */
    public static long nos(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_NOS);
    }

    /** Frames with errors. */
    public static long errorFrames(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_ERROR_FRAMES);
    }

    /** Frames thrown away. */
    public static long dumpedFrames(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_DUMPED_FRAMES);
    }

    /** Link failures. */
    public static long linkFailure(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_LINK_FAILURE);
    }

    /** Losses of synchronization. */
    public static long lossOfSync(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_LOSS_OF_SYNC);
    }

    /** Losses of signal. */
    public static long lossOfSignal(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_LOSS_OF_SIGNAL);
    }

    /** Primitive sequence protocol errors. */
    public static long pspErrorCounts(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_PSP_ERROR_COUNTS);
    }

    /** Invalid transmission words. */
    public static long invalidTxWords(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_INVALID_TX_WORDS);
    }

    /** Frames with a wrong CRC. */
    public static long invalidCrcs(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_INVALID_CRCS);
    }

    /** Requests that read. */
    public static long inputRequests(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_INPUT_REQUESTS);
    }

    /** Requests that wrote. */
    public static long outputRequests(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_OUTPUT_REQUESTS);
    }

    /** Requests without data. */
    public static long controlRequests(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_CONTROL_REQUESTS);
    }

    /** Megabytes read. */
    public static long inputMb(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_INPUT_MB);
    }

    /** Megabytes written. */
    public static long outputMb(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_OUTPUT_MB);
    }

    /** Utilization of the channel processor in percent. */
    public static int cpUtil(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_CP_UTIL);
    }

    /** Sets it: see {@link #cpUtil(long)}. */
    public static void cpUtil(long struct, int value) {
        Memory.putByte(struct + OFFSET_CP_UTIL, (byte) value);
    }

    /** Utilization of the channel bus in percent. */
    public static int cbUtil(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_CB_UTIL);
    }

    /** Sets it: see {@link #cbUtil(long)}. */
    public static void cbUtil(long struct, int value) {
        Memory.putByte(struct + OFFSET_CB_UTIL, (byte) value);
    }

    /** Utilization of the adapter in percent. */
    public static int aUtil(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_A_UTIL);
    }

    /** Sets it: see {@link #aUtil(long)}. */
    public static void aUtil(long struct, int value) {
        Memory.putByte(struct + OFFSET_A_UTIL, (byte) value);
    }

    /** Temperature of the transceiver, signed, in 1/256 degree Celsius. */
    public static int temperature(long struct) {
        return DeviceMemory.getShort(struct + OFFSET_TEMPERATURE);
    }

    /** Sets it: see {@link #temperature(long)}. */
    public static void temperature(long struct, int value) {
        DeviceMemory.putShort(struct + OFFSET_TEMPERATURE, (short) value);
    }

    /** Supply voltage of the transceiver in units of 100 microvolts. */
    public static int vcc(long struct) {
        return DeviceMemory.getUnsignedShort(struct + OFFSET_VCC);
    }

    /** Sets it: see {@link #vcc(long)}. */
    public static void vcc(long struct, int value) {
        DeviceMemory.putShort(struct + OFFSET_VCC, (short) value);
    }

    /** Laser bias current in units of 2 microamperes. */
    public static int txBias(long struct) {
        return DeviceMemory.getUnsignedShort(struct + OFFSET_TX_BIAS);
    }

    /** Sets it: see {@link #txBias(long)}. */
    public static void txBias(long struct, int value) {
        DeviceMemory.putShort(struct + OFFSET_TX_BIAS, (short) value);
    }

    /** Sent optical power in units of 0.1 microwatts. */
    public static int txPower(long struct) {
        return DeviceMemory.getUnsignedShort(struct + OFFSET_TX_POWER);
    }

    /** Sets it: see {@link #txPower(long)}. */
    public static void txPower(long struct, int value) {
        DeviceMemory.putShort(struct + OFFSET_TX_POWER, (short) value);
    }

    /** Received optical power in units of 0.1 microwatts. */
    public static int rxPower(long struct) {
        return DeviceMemory.getUnsignedShort(struct + OFFSET_RX_POWER);
    }

    /** Sets it: see {@link #rxPower(long)}. */
    public static void rxPower(long struct, int value) {
        DeviceMemory.putShort(struct + OFFSET_RX_POWER, (short) value);
    }

    /** Address of the flags of the transceiver. */
    public static long sfpFlags(long struct) {
        return struct + OFFSET_SFP_FLAGS;
    }

    /** All flags of the transceiver at once. */
    public static int sfpFlagsRaw(long struct) {
        return DeviceMemory.getUnsignedShort(struct + OFFSET_SFP_FLAGS_RAW);
    }

    /** Sets it: see {@link #sfpFlagsRaw(long)}. */
    public static void sfpFlagsRaw(long struct, int value) {
        DeviceMemory.putShort(struct + OFFSET_SFP_FLAGS_RAW, (short) value);
    }

    /** Forward error correction is active. */
    public static int sfpFlagsFecActive(long struct) {
        return (int) SFP_FLAGS_FEC_ACTIVE.get(struct);
    }

    /** Sets it: see {@link #sfpFlagsFecActive(long)}. */
    public static void sfpFlagsFecActive(long struct, int value) {
        SFP_FLAGS_FEC_ACTIVE.put(struct, value);
    }

    /** Type of the connector. */
    public static int sfpFlagsConnectorType(long struct) {
        return (int) SFP_FLAGS_CONNECTOR_TYPE.get(struct);
    }

    /** Sets it: see {@link #sfpFlagsConnectorType(long)}. */
    public static void sfpFlagsConnectorType(long struct, int value) {
        SFP_FLAGS_CONNECTOR_TYPE.put(struct, value);
    }

    /** The transceiver data are not valid. */
    public static int sfpFlagsSfpInvalid(long struct) {
        return (int) SFP_FLAGS_SFP_INVALID.get(struct);
    }

    /** Sets it: see {@link #sfpFlagsSfpInvalid(long)}. */
    public static void sfpFlagsSfpInvalid(long struct, int value) {
        SFP_FLAGS_SFP_INVALID.put(struct, value);
    }

    /** The port is optical. */
    public static int sfpFlagsOpticalPort(long struct) {
        return (int) SFP_FLAGS_OPTICAL_PORT.get(struct);
    }

    /** Sets it: see {@link #sfpFlagsOpticalPort(long)}. */
    public static void sfpFlagsOpticalPort(long struct, int value) {
        SFP_FLAGS_OPTICAL_PORT.put(struct, value);
    }

    /** Laser type of the port. */
    public static int sfpFlagsPortTxType(long struct) {
        return (int) SFP_FLAGS_PORT_TX_TYPE.get(struct);
    }

    /** Sets it: see {@link #sfpFlagsPortTxType(long)}. */
    public static void sfpFlagsPortTxType(long struct, int value) {
        SFP_FLAGS_PORT_TX_TYPE.put(struct, value);
    }

    /** Security algorithms of the port, {@code FSF_FC_SECURITY_*}. */
    public static int fcSecurityAlgorithms(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_FC_SECURITY_ALGORITHMS);
    }

    /** Sets it: see {@link #fcSecurityAlgorithms(long)}. */
    public static void fcSecurityAlgorithms(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_FC_SECURITY_ALGORITHMS, value);
    }
}
