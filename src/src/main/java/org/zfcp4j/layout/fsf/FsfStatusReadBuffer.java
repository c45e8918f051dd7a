// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.part;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u32;
import static org.zfcp4j.layout.Fields.u32s;
import static org.zfcp4j.layout.Fields.u64;
import static org.zfcp4j.layout.Fields.u8;
import static org.zfcp4j.layout.Fields.union;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.DeviceMemory;
import org.zfcp4j.layout.Memory;

/**
 * Status read buffer (SRB): an unsolicited notification of the channel, one page.
 *
 * <p>The driver posts empty ones; the channel fills one for each notification. What the payload means follows from
 * {@link #statusType(long)}.
 *
 * <p>C type: {@code struct fsf_status_read_buffer}.
 */
public final class FsfStatusReadBuffer {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fsf_status_read_buffer",
                    u32("status_type"),
                    u32("status_subtype"),
                    u32("length"),
                    u32("res1"),
                    part("queue_designator", FsfQueueDesignator.LAYOUT),
                    u8("res2"),
                    bytes("d_id", 3),
                    u32("class"),
                    u64("fcp_lun"),
                    bytes("res3", 24),
                    union("payload",
                            bytes("data", 4032),
                            u32s("word", 1008),
                            part("link_down_info", FsfLinkDownInfo.LAYOUT),
                            part("bit_error", FsfBitErrorPayload.LAYOUT),
                            part("version_change", FsfVersionChange.LAYOUT)));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_STATUS_TYPE = offset(LAYOUT, "status_type");
    public static final long OFFSET_STATUS_SUBTYPE = offset(LAYOUT, "status_subtype");
    public static final long OFFSET_LENGTH = offset(LAYOUT, "length");
    public static final long OFFSET_RES1 = offset(LAYOUT, "res1");
    public static final long OFFSET_QUEUE_DESIGNATOR = offset(LAYOUT, "queue_designator");
    public static final long OFFSET_RES2 = offset(LAYOUT, "res2");
    public static final long OFFSET_D_ID = offset(LAYOUT, "d_id");
    public static final long OFFSET_CLASS = offset(LAYOUT, "class");
    public static final long OFFSET_FCP_LUN = offset(LAYOUT, "fcp_lun");
    public static final long OFFSET_RES3 = offset(LAYOUT, "res3");
    public static final long OFFSET_PAYLOAD = offset(LAYOUT, "payload");
    public static final long OFFSET_PAYLOAD_DATA = offset(LAYOUT, "payload", "data");
    public static final long OFFSET_PAYLOAD_WORD = offset(LAYOUT, "payload", "word");
    public static final long OFFSET_PAYLOAD_LINK_DOWN_INFO = offset(LAYOUT, "payload", "link_down_info");
    public static final long OFFSET_PAYLOAD_BIT_ERROR = offset(LAYOUT, "payload", "bit_error");
    public static final long OFFSET_PAYLOAD_VERSION_CHANGE = offset(LAYOUT, "payload", "version_change");

    /** Length of {@code payload.data} in bytes. */
    public static final int LENGTH_PAYLOAD_DATA = 4032;

    /** Number of elements of {@code payload.word}. */
    public static final int COUNT_PAYLOAD_WORD = 1008;

    private FsfStatusReadBuffer() {
    }

    /** Kind of notification, {@code FSF_STATUS_READ_*}. */
    public static int statusType(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_STATUS_TYPE);
    }

    /** Sets it: see {@link #statusType(long)}. */
    public static void statusType(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_STATUS_TYPE, value);
    }

    /** Detail of the kind, {@code FSF_STATUS_READ_SUB_*}. */
    public static int statusSubtype(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_STATUS_SUBTYPE);
    }

    /** Sets it: see {@link #statusSubtype(long)}. */
    public static void statusSubtype(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_STATUS_SUBTYPE, value);
    }

    /** Number of bytes the channel has filled in, counted from the start of the buffer. */
    public static int length(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_LENGTH);
    }

    /** Sets it: see {@link #length(long)}. */
    public static void length(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_LENGTH, value);
    }

    /** Address of the designator of the queues it is about, see {@link FsfQueueDesignator}. */
    public static long queueDesignator(long struct) {
        return struct + OFFSET_QUEUE_DESIGNATOR;
    }

    /** Fibre Channel address of the remote port it is about, 24 bits. */
    public static int dId(long struct) {
        return Memory.get24(struct + OFFSET_D_ID);
    }

    /** Sets it: see {@link #dId(long)}. */
    public static void dId(long struct, int value) {
        Memory.put24(struct + OFFSET_D_ID, value);
    }

    /** Fibre Channel class of service of a received frame. The C name, {@code class}, is a Java keyword. */
    public static int fcClass(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_CLASS);
    }

    /** Sets it: see {@link #fcClass(long)}. */
    public static void fcClass(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_CLASS, value);
    }

    /** LUN it is about. */
    public static long fcpLun(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_FCP_LUN);
    }

    /** Sets it: see {@link #fcpLun(long)}. */
    public static void fcpLun(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_FCP_LUN, value);
    }

    /** Address of the payload. */
    public static long payload(long struct) {
        return struct + OFFSET_PAYLOAD;
    }

    /** Address of the payload as bytes: the ELS request of an incoming ELS. */
    public static long payloadData(long struct) {
        return struct + OFFSET_PAYLOAD_DATA;
    }

    /**
     * A word of the payload: the adapter features of a feature-update alert, the lost types of a notification-lost.
     */
    public static int payloadWord(long struct, long index) {
        return DeviceMemory.getInt(struct + OFFSET_PAYLOAD_WORD + index * 4);
    }

    /** Sets it: see {@link #payloadWord(long, long)}. */
    public static void payloadWord(long struct, long index, int value) {
        DeviceMemory.putInt(struct + OFFSET_PAYLOAD_WORD + index * 4, value);
    }

    /** Address of the payload of a link-down, see {@link FsfLinkDownInfo}. */
    public static long payloadLinkDownInfo(long struct) {
        return struct + OFFSET_PAYLOAD_LINK_DOWN_INFO;
    }

    /** Address of the payload of a bit-error threshold, see {@link FsfBitErrorPayload}. */
    public static long payloadBitError(long struct) {
        return struct + OFFSET_PAYLOAD_BIT_ERROR;
    }

    /** Address of the payload of a version change, see {@link FsfVersionChange}. From level 7.1 on. */
    public static long payloadVersionChange(long struct) {
        return struct + OFFSET_PAYLOAD_VERSION_CHANGE;
    }
}
