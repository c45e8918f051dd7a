// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import static org.zfcp4j.layout.Fields.aligned;
import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.gap;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import org.zfcp4j.layout.Geometry;
import org.zfcp4j.layout.Memory;

/**
 * Storage-list state block: one state byte per SBAL, {@code SLSB_*}; architected: 128 side by side.
 *
 * <p>The only thing by which an SBAL changes hands, so its accessors come in every ordering. A store to a byte
 * hands over what the SBAL holds; whoever needs more than release brings its own full fences around opaque
 * accesses, as {@code set_buf_states} has them around a run of stores.
 *
 * <p>C type: {@code struct slsb}.
 */
public final class Slsb {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT = layout(Geometry.CURRENT.sbalsPerQueue() * Geometry.CURRENT.slsbStride());

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_VAL = offset(LAYOUT, "val");

    /** Number of states. */
    public static final int COUNT_VAL = Geometry.CURRENT.sbalsPerQueue();

    private static final long STRIDE = Geometry.CURRENT.slsbStride();

    private Slsb() {
    }

    private static GroupLayout layout(int states) {
        MemoryLayout val = bytes("val", states);
        return aligned(256, states % 256 == 0 ? struct("slsb", val) : struct("slsb", val, gap(256 - states % 256)));
    }

    /** Plain load of the state of an SBAL, 0 to 255. */
    public static int val(long struct, long index) {
        return Memory.getUnsignedByte(struct + OFFSET_VAL + index * STRIDE);
    }

    /** Plain store of the state of an SBAL. */
    public static void val(long struct, long index, int value) {
        Memory.putByte(struct + OFFSET_VAL + index * STRIDE, (byte) value);
    }

    /** Opaque load of the state of an SBAL: sees each store of the other side, orders nothing else. */
    public static int valOpaque(long struct, long index) {
        return Memory.getByteOpaque(struct + OFFSET_VAL + index * STRIDE) & 0xff;
    }

    /** Opaque store of the state of an SBAL; the caller brings the fences. */
    public static void valOpaque(long struct, long index, int value) {
        Memory.putByteOpaque(struct + OFFSET_VAL + index * STRIDE, (byte) value);
    }

    /** Acquire load of the state of an SBAL: what its last owner wrote into the SBAL is visible afterwards. */
    public static int valAcquire(long struct, long index) {
        return Memory.getByteAcquire(struct + OFFSET_VAL + index * STRIDE) & 0xff;
    }

    /** Release store of the state of an SBAL: hands over what was written into the SBAL before. */
    public static void valRelease(long struct, long index, int value) {
        Memory.putByteRelease(struct + OFFSET_VAL + index * STRIDE, (byte) value);
    }
}
