// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u32;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.DeviceMemory;

/**
 * Payload of a bit-error-threshold notification: what the link has counted.
 *
 * <p>C type: {@code struct fsf_bit_error_payload}.
 */
public final class FsfBitErrorPayload {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fsf_bit_error_payload",
                    u32("res1"),
                    u32("link_failure_error_count"),
                    u32("loss_of_sync_error_count"),
                    u32("loss_of_signal_error_count"),
                    u32("primitive_sequence_error_count"),
                    u32("invalid_transmission_word_error_count"),
                    u32("crc_error_count"),
                    u32("primitive_sequence_event_timeout_count"),
                    u32("elastic_buffer_overrun_error_count"),
                    u32("fcal_arbitration_timeout_count"),
                    u32("advertised_receive_b2b_credit"),
                    u32("current_receive_b2b_credit"),
                    u32("advertised_transmit_b2b_credit"),
                    u32("current_transmit_b2b_credit"));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_RES1 = offset(LAYOUT, "res1");
    public static final long OFFSET_LINK_FAILURE_ERROR_COUNT = offset(LAYOUT, "link_failure_error_count");
    public static final long OFFSET_LOSS_OF_SYNC_ERROR_COUNT = offset(LAYOUT, "loss_of_sync_error_count");
    public static final long OFFSET_LOSS_OF_SIGNAL_ERROR_COUNT = offset(LAYOUT, "loss_of_signal_error_count");
    public static final long OFFSET_PRIMITIVE_SEQUENCE_ERROR_COUNT = offset(LAYOUT, "primitive_sequence_error_count");
    public static final long OFFSET_INVALID_TRANSMISSION_WORD_ERROR_COUNT =
            offset(LAYOUT, "invalid_transmission_word_error_count");
    public static final long OFFSET_CRC_ERROR_COUNT = offset(LAYOUT, "crc_error_count");
    public static final long OFFSET_PRIMITIVE_SEQUENCE_EVENT_TIMEOUT_COUNT =
            offset(LAYOUT, "primitive_sequence_event_timeout_count");
    public static final long OFFSET_ELASTIC_BUFFER_OVERRUN_ERROR_COUNT =
            offset(LAYOUT, "elastic_buffer_overrun_error_count");
    public static final long OFFSET_FCAL_ARBITRATION_TIMEOUT_COUNT = offset(LAYOUT, "fcal_arbitration_timeout_count");
    public static final long OFFSET_ADVERTISED_RECEIVE_B2B_CREDIT = offset(LAYOUT, "advertised_receive_b2b_credit");
    public static final long OFFSET_CURRENT_RECEIVE_B2B_CREDIT = offset(LAYOUT, "current_receive_b2b_credit");
    public static final long OFFSET_ADVERTISED_TRANSMIT_B2B_CREDIT = offset(LAYOUT, "advertised_transmit_b2b_credit");
    public static final long OFFSET_CURRENT_TRANSMIT_B2B_CREDIT = offset(LAYOUT, "current_transmit_b2b_credit");

    private FsfBitErrorPayload() {
    }

    /** Link failures. */
    public static int linkFailureErrorCount(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_LINK_FAILURE_ERROR_COUNT);
    }

    /** Sets it: see {@link #linkFailureErrorCount(long)}. */
    public static void linkFailureErrorCount(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_LINK_FAILURE_ERROR_COUNT, value);
    }

    /** Losses of synchronization. */
    public static int lossOfSyncErrorCount(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_LOSS_OF_SYNC_ERROR_COUNT);
    }

    /** Sets it: see {@link #lossOfSyncErrorCount(long)}. */
    public static void lossOfSyncErrorCount(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_LOSS_OF_SYNC_ERROR_COUNT, value);
    }

    /** Losses of signal. */
    public static int lossOfSignalErrorCount(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_LOSS_OF_SIGNAL_ERROR_COUNT);
    }

    /** Sets it: see {@link #lossOfSignalErrorCount(long)}. */
    public static void lossOfSignalErrorCount(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_LOSS_OF_SIGNAL_ERROR_COUNT, value);
    }

    /** Primitive sequence protocol errors. */
    public static int primitiveSequenceErrorCount(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_PRIMITIVE_SEQUENCE_ERROR_COUNT);
    }

    /** Sets it: see {@link #primitiveSequenceErrorCount(long)}. */
    public static void primitiveSequenceErrorCount(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_PRIMITIVE_SEQUENCE_ERROR_COUNT, value);
    }

    /** Invalid transmission words. */
    public static int invalidTransmissionWordErrorCount(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_INVALID_TRANSMISSION_WORD_ERROR_COUNT);
    }

    /** Sets it: see {@link #invalidTransmissionWordErrorCount(long)}. */
    public static void invalidTransmissionWordErrorCount(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_INVALID_TRANSMISSION_WORD_ERROR_COUNT, value);
    }

    /** Frames with a wrong CRC. */
    public static int crcErrorCount(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_CRC_ERROR_COUNT);
    }

    /** Sets it: see {@link #crcErrorCount(long)}. */
    public static void crcErrorCount(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_CRC_ERROR_COUNT, value);
    }

    /** Primitive sequence events that timed out. */
    public static int primitiveSequenceEventTimeoutCount(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_PRIMITIVE_SEQUENCE_EVENT_TIMEOUT_COUNT);
    }

    /** Sets it: see {@link #primitiveSequenceEventTimeoutCount(long)}. */
    public static void primitiveSequenceEventTimeoutCount(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_PRIMITIVE_SEQUENCE_EVENT_TIMEOUT_COUNT, value);
    }

    /** Overruns of the elastic buffer. */
    public static int elasticBufferOverrunErrorCount(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_ELASTIC_BUFFER_OVERRUN_ERROR_COUNT);
    }

    /** Sets it: see {@link #elasticBufferOverrunErrorCount(long)}. */
    public static void elasticBufferOverrunErrorCount(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_ELASTIC_BUFFER_OVERRUN_ERROR_COUNT, value);
    }

    /** Arbitrations on a loop that timed out. */
    public static int fcalArbitrationTimeoutCount(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_FCAL_ARBITRATION_TIMEOUT_COUNT);
    }

    /** Sets it: see {@link #fcalArbitrationTimeoutCount(long)}. */
    public static void fcalArbitrationTimeoutCount(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_FCAL_ARBITRATION_TIMEOUT_COUNT, value);
    }

    /** Buffer-to-buffer credit granted to the other side at login. */
    public static int advertisedReceiveB2bCredit(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_ADVERTISED_RECEIVE_B2B_CREDIT);
    }

    /** Sets it: see {@link #advertisedReceiveB2bCredit(long)}. */
    public static void advertisedReceiveB2bCredit(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_ADVERTISED_RECEIVE_B2B_CREDIT, value);
    }

    /** What is left of it now. */
    public static int currentReceiveB2bCredit(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_CURRENT_RECEIVE_B2B_CREDIT);
    }

    /** Sets it: see {@link #currentReceiveB2bCredit(long)}. */
    public static void currentReceiveB2bCredit(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_CURRENT_RECEIVE_B2B_CREDIT, value);
    }

    /** Buffer-to-buffer credit granted by the other side at login. */
    public static int advertisedTransmitB2bCredit(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_ADVERTISED_TRANSMIT_B2B_CREDIT);
    }

    /** Sets it: see {@link #advertisedTransmitB2bCredit(long)}. */
    public static void advertisedTransmitB2bCredit(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_ADVERTISED_TRANSMIT_B2B_CREDIT, value);
    }

    /** What is left of it now. */
    public static int currentTransmitB2bCredit(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_CURRENT_TRANSMIT_B2B_CREDIT);
    }

    /** Sets it: see {@link #currentTransmitB2bCredit(long)}. */
    public static void currentTransmitB2bCredit(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_CURRENT_TRANSMIT_B2B_CREDIT, value);
    }
}
