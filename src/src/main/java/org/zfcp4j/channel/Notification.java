// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.channel;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;

/**
 * An unsolicited status that the channel is to report in a status read buffer.
 *
 * @param type {@code FSF_STATUS_READ_*}, or any other number
 * @param subtype meaning depends on the type
 * @param dId FC address of the remote port concerned
 * @param fcClass class of service
 * @param fcpLun LUN concerned
 * @param payload at most 4032 bytes, as they lie in memory
 * @param delayNanos from the next step on
 */
public record Notification(int type, int subtype, int dId, int fcClass, long fcpLun, byte[] payload, long delayNanos) {
    static final StructLayout LAYOUT = MemoryLayout.structLayout(
            JAVA_INT.withName("type"), JAVA_INT.withName("subtype"), JAVA_INT.withName("d_id"), JAVA_INT.withName("fc_class"),
            JAVA_LONG.withName("fcp_lun"), JAVA_LONG.withName("payload"), JAVA_INT.withName("payload_length"),
            JAVA_INT.withName("reserved"), JAVA_LONG.withName("delay_ns"));

    private static final int FSF_STATUS_READ_INCOMING_ELS = 2;
    private static final byte ELS_RSCN = 0x61;
    private static final byte RSCN_PAGE_LENGTH = 4;
    private static final int FABRIC_CONTROLLER = 0xfffffd;

    public Notification {
        payload = payload.clone();
    }

    /** One without payload. */
    public static Notification of(int type, int subtype) {
        return new Notification(type, subtype, 0, 0, 0, new byte[0], 0);
    }

    /** An incoming ELS from {@code dId}. */
    public static Notification els(int dId, byte[] frame) {
        return new Notification(FSF_STATUS_READ_INCOMING_ELS, 0, dId, 0, 0, frame, 0);
    }

    /** A registered state change notification of the fabric; each page is an address format (upper byte) and an FC address. */
    public static Notification rscn(int... pages) {
        byte[] frame = new byte[RSCN_PAGE_LENGTH * (pages.length + 1)];
        frame[0] = ELS_RSCN;
        frame[1] = RSCN_PAGE_LENGTH;
        frame[2] = (byte) (frame.length >> 8);
        frame[3] = (byte) frame.length;
        for (int i = 0; i < pages.length; i++) {
            int at = RSCN_PAGE_LENGTH * (i + 1);
            frame[at] = (byte) (pages[i] >> 24);
            frame[at + 1] = (byte) (pages[i] >> 16);
            frame[at + 2] = (byte) (pages[i] >> 8);
            frame[at + 3] = (byte) pages[i];
        }
        return els(FABRIC_CONTROLLER, frame);
    }

    /** The same, later. */
    public Notification after(long nanos) {
        return new Notification(type, subtype, dId, fcClass, fcpLun, payload, nanos);
    }

    @Override
    public byte[] payload() {
        return payload.clone();
    }

    MemorySegment write(Arena arena) {
        MemorySegment n = arena.allocate(LAYOUT);
        MemorySegment bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, payload);
        n.set(JAVA_INT, offset("type"), type);
        n.set(JAVA_INT, offset("subtype"), subtype);
        n.set(JAVA_INT, offset("d_id"), dId);
        n.set(JAVA_INT, offset("fc_class"), fcClass);
        n.set(JAVA_LONG, offset("fcp_lun"), fcpLun);
        n.set(JAVA_LONG, offset("payload"), bytes.address());
        n.set(JAVA_INT, offset("payload_length"), payload.length);
        n.set(JAVA_LONG, offset("delay_ns"), delayNanos);
        return n;
    }

    private static long offset(String field) {
        return LAYOUT.byteOffset(MemoryLayout.PathElement.groupElement(field));
    }
}
