// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import static org.zfcp4j.layout.Fields.aligned;
import static org.zfcp4j.layout.Fields.bits8;
import static org.zfcp4j.layout.Fields.gap;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.part;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u16;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.BitField;
import org.zfcp4j.layout.DeviceMemory;

/**
 * Request and response of store subchannel QDIO data, one page on a page boundary.
 *
 * <p>C type: {@code struct chsc_ssqd_area}.
 */
public final class ChscSsqdArea {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            aligned(4096, struct("chsc_ssqd_area",
                    part("request", ChscHeader.LAYOUT),
                    gap(1),
                    bits8(":2", "ssid:2", "fmt:4"),
                    u16("first_sch"),
                    gap(2),
                    u16("last_sch"),
                    gap(4),
                    part("response", ChscHeader.LAYOUT),
                    gap(4),
                    part("qdio_ssqd", QdioSsqdDesc.LAYOUT),
                    gap(4040)));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_REQUEST = offset(LAYOUT, "request");
    public static final long OFFSET_FIRST_SCH = offset(LAYOUT, "first_sch");
    public static final long OFFSET_LAST_SCH = offset(LAYOUT, "last_sch");
    public static final long OFFSET_RESPONSE = offset(LAYOUT, "response");
    public static final long OFFSET_QDIO_SSQD = offset(LAYOUT, "qdio_ssqd");

    // Positions of the bit fields.
    public static final BitField SSID = BitField.of(LAYOUT, "ssid");
    public static final BitField FMT = BitField.of(LAYOUT, "fmt");

    private ChscSsqdArea() {
    }

    /** Address of the head of the request, see {@link ChscHeader}. */
    public static long request(long struct) {
        return struct + OFFSET_REQUEST;
    }

    /** Subchannel set. */
    public static int ssid(long struct) {
        return (int) SSID.get(struct);
    }

    /** Sets it: see {@link #ssid(long)}. */
    public static void ssid(long struct, int value) {
        SSID.put(struct, value);
    }

    /** Format of the response. */
    public static int fmt(long struct) {
        return (int) FMT.get(struct);
    }

    /** Sets it: see {@link #fmt(long)}. */
    public static void fmt(long struct, int value) {
        FMT.put(struct, value);
    }

    /** First subchannel that is asked about. */
    public static int firstSch(long struct) {
        return DeviceMemory.getUnsignedShort(struct + OFFSET_FIRST_SCH);
    }

    /** Sets it: see {@link #firstSch(long)}. */
    public static void firstSch(long struct, int value) {
        DeviceMemory.putShort(struct + OFFSET_FIRST_SCH, (short) value);
    }

    /** Last subchannel that is asked about. */
    public static int lastSch(long struct) {
        return DeviceMemory.getUnsignedShort(struct + OFFSET_LAST_SCH);
    }

    /** Sets it: see {@link #lastSch(long)}. */
    public static void lastSch(long struct, int value) {
        DeviceMemory.putShort(struct + OFFSET_LAST_SCH, (short) value);
    }

    /** Address of the head of the response, see {@link ChscHeader}. */
    public static long response(long struct) {
        return struct + OFFSET_RESPONSE;
    }

    /** Address of the answer, see {@link QdioSsqdDesc}. */
    public static long qdioSsqd(long struct) {
        return struct + OFFSET_QDIO_SSQD;
    }
}
