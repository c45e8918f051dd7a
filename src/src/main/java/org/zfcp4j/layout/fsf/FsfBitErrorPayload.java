// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U32;

/** Payload of a bit-error-threshold notification: what the link has counted. */
public final class FsfBitErrorPayload {
    private static final Members MEMBERS = Members.device("fsf_bit_error_payload");
    /** Link failures. */
    public static final U32 LINK_FAILURE_ERROR_COUNT = MEMBERS.reserved32("res1").u32("link_failure_error_count");
    /** Losses of synchronization. */
    public static final U32 LOSS_OF_SYNC_ERROR_COUNT = MEMBERS.u32("loss_of_sync_error_count");
    /** Losses of signal. */
    public static final U32 LOSS_OF_SIGNAL_ERROR_COUNT = MEMBERS.u32("loss_of_signal_error_count");
    /** Primitive sequence protocol errors. */
    public static final U32 PRIMITIVE_SEQUENCE_ERROR_COUNT = MEMBERS.u32("primitive_sequence_error_count");
    /** Invalid transmission words. */
    public static final U32 INVALID_TRANSMISSION_WORD_ERROR_COUNT = MEMBERS.u32("invalid_transmission_word_error_count");
    /** Frames with a wrong CRC. */
    public static final U32 CRC_ERROR_COUNT = MEMBERS.u32("crc_error_count");
    /** Primitive sequence events that timed out. */
    public static final U32 PRIMITIVE_SEQUENCE_EVENT_TIMEOUT_COUNT = MEMBERS.u32("primitive_sequence_event_timeout_count");
    /** Overruns of the elastic buffer. */
    public static final U32 ELASTIC_BUFFER_OVERRUN_ERROR_COUNT = MEMBERS.u32("elastic_buffer_overrun_error_count");
    /** Arbitrations on a loop that timed out. */
    public static final U32 FCAL_ARBITRATION_TIMEOUT_COUNT = MEMBERS.u32("fcal_arbitration_timeout_count");
    /** Buffer-to-buffer credit granted to the other side at login. */
    public static final U32 ADVERTISED_RECEIVE_B2B_CREDIT = MEMBERS.u32("advertised_receive_b2b_credit");
    /** What is left of it now. */
    public static final U32 CURRENT_RECEIVE_B2B_CREDIT = MEMBERS.u32("current_receive_b2b_credit");
    /** Buffer-to-buffer credit granted by the other side at login. */
    public static final U32 ADVERTISED_TRANSMIT_B2B_CREDIT = MEMBERS.u32("advertised_transmit_b2b_credit");
    /** What is left of it now. */
    public static final U32 CURRENT_TRANSMIT_B2B_CREDIT = MEMBERS.u32("current_transmit_b2b_credit");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FsfBitErrorPayload() {
    }
}
