// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import static org.zfcp4j.layout.Fields.aligned;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u32;
import static org.zfcp4j.layout.Fields.u64;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.DeviceMemory;
import org.zfcp4j.layout.Memory;

/**
 * SBAL element (SBALE): one piece of storage of a request or a response.
 *
 * <p>Plain memory of whoever owns the SBAL; ownership passes with the {@link Slsb}. In element 0 of a request
 * {@code addr} is the request id and not an address.
 *
 * <p>C type: {@code struct qdio_buffer_element}.
 */
public final class QdioBufferElement {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            aligned(16, struct("qdio_buffer_element",
                    u8("eflags"),
                    u8("res1"),
                    u8("scount"),
                    u8("sflags"),
                    u32("length"),
                    u64("addr")));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_EFLAGS = offset(LAYOUT, "eflags");
    public static final long OFFSET_RES1 = offset(LAYOUT, "res1");
    public static final long OFFSET_SCOUNT = offset(LAYOUT, "scount");
    public static final long OFFSET_SFLAGS = offset(LAYOUT, "sflags");
    public static final long OFFSET_LENGTH = offset(LAYOUT, "length");
    public static final long OFFSET_ADDR = offset(LAYOUT, "addr");

    private QdioBufferElement() {
    }

    /**
     * Element flags, {@code SBAL_EFLAGS_*}; {@link QdioConstants#SBAL_EFLAGS_LAST_ENTRY} marks the last used
     * element.
     */
    public static int eflags(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_EFLAGS);
    }

    /** Sets it: see {@link #eflags(long)}. */
    public static void eflags(long struct, int value) {
        Memory.putByte(struct + OFFSET_EFLAGS, (byte) value);
    }

    /** Number of SBALs that follow in a multiple-buffer request; meaningful in element 0 of its first SBAL. */
    public static int scount(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_SCOUNT);
    }

    /** Sets it: see {@link #scount(long)}. */
    public static void scount(long struct, int value) {
        Memory.putByte(struct + OFFSET_SCOUNT, (byte) value);
    }

    /** SBAL flags, {@code SBAL_SFLAGS0_*}; meaningful in element 0: command, direction, chaining. */
    public static int sflags(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_SFLAGS);
    }

    /** Sets it: see {@link #sflags(long)}. */
    public static void sflags(long struct, int value) {
        Memory.putByte(struct + OFFSET_SFLAGS, (byte) value);
    }

    /** Length of the storage in bytes; in element 0 the data division count. */
    public static int length(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_LENGTH);
    }

    /** Sets it: see {@link #length(long)}. */
    public static void length(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_LENGTH, value);
    }

    /** Absolute address of the storage; in element 0 of a request or a response, the request id. */
    public static long addr(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_ADDR);
    }

    /** Sets it: see {@link #addr(long)}. */
    public static void addr(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_ADDR, value);
    }
}
