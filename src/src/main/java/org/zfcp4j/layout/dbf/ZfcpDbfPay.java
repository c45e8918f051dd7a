// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.dbf;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u64;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Trace record of payload that did not fit into a record of another area.
 *
 * <p>C type: {@code struct zfcp_dbf_pay}.
 */
public final class ZfcpDbfPay {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("zfcp_dbf_pay",
                    u8("counter"),
                    bytes("area", 7),
                    u64("fsf_req_id"),
                    bytes("data", 256));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_COUNTER = offset(LAYOUT, "counter");
    public static final long OFFSET_AREA = offset(LAYOUT, "area");
    public static final long OFFSET_FSF_REQ_ID = offset(LAYOUT, "fsf_req_id");
    public static final long OFFSET_DATA = offset(LAYOUT, "data");

    /** Length of {@code area} in bytes. */
    public static final int LENGTH_AREA = 7;

    /** Length of {@code data} in bytes. */
    public static final int LENGTH_DATA = 256;

    private ZfcpDbfPay() {
    }

    /** Number of the piece, from 0. */
    public static int counter(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_COUNTER);
    }

    /** Sets it: see {@link #counter(long)}. */
    public static void counter(long struct, int value) {
        Memory.putByte(struct + OFFSET_COUNTER, (byte) value);
    }

    /** Address of the name of the area it belongs to, seven characters without terminator. */
    public static long area(long struct) {
        return struct + OFFSET_AREA;
    }

    /** Request id that ties the pieces together. */
    public static long fsfReqId(long struct) {
        return Memory.getLong(struct + OFFSET_FSF_REQ_ID);
    }

    /** Sets it: see {@link #fsfReqId(long)}. */
    public static void fsfReqId(long struct, long value) {
        Memory.putLong(struct + OFFSET_FSF_REQ_ID, value);
    }

    /** Address of the piece. */
    public static long data(long struct) {
        return struct + OFFSET_DATA;
    }
}
