// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Bytes;
import org.zfcp4j.layout.Geometry;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Memory;

/**
 * Storage-list state block: one state byte per SBAL, {@code SLSB_*}; architected: 128 side by side.
 *
 * <p>The only thing by which an SBAL changes hands, so its accessors come in every ordering. A store to a byte
 * hands over what the SBAL holds; whoever needs more than release brings its own full fences around opaque
 * accesses, as {@code set_buf_states} has them around a run of stores.
 */
public final class Slsb {

    private static final long ALIGNMENT = 256;
    private static final Geometry GEOMETRY = Geometry.CURRENT;
    private static final Members MEMBERS = Members.device("slsb");
    private static final Bytes VAL = MEMBERS.bytes("val", GEOMETRY.sbalsPerQueue() * GEOMETRY.slsbStride());

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = padded();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();
    /** Number of states. */
    public static final int COUNT_VAL = GEOMETRY.sbalsPerQueue();

    private static final long STRIDE = GEOMETRY.slsbStride();

    private Slsb() {
    }

    private static GroupLayout padded() {
        long rest = VAL.size() % ALIGNMENT;
        return (rest == 0 ? MEMBERS : MEMBERS.gap(ALIGNMENT - rest)).aligned(ALIGNMENT);
    }

    private static long at(long struct, long index) {
        return VAL.at(struct) + index * STRIDE;
    }

    /** Plain load of the state of an SBAL, 0 to 255. */
    public static int val(long struct, long index) {
        return Memory.getUnsignedByte(at(struct, index));
    }

    /** Plain store of the state of an SBAL. */
    public static void val(long struct, long index, int value) {
        Memory.putByte(at(struct, index), (byte) value);
    }

    /** Opaque load of the state of an SBAL: sees each store of the other side, orders nothing else. */
    public static int valOpaque(long struct, long index) {
        return Memory.getByteOpaque(at(struct, index)) & 0xff;
    }

    /** Opaque store of the state of an SBAL; the caller brings the fences. */
    public static void valOpaque(long struct, long index, int value) {
        Memory.putByteOpaque(at(struct, index), (byte) value);
    }

    /** Acquire load of the state of an SBAL: what its last owner wrote into the SBAL is visible afterwards. */
    public static int valAcquire(long struct, long index) {
        return Memory.getByteAcquire(at(struct, index)) & 0xff;
    }

    /** Release store of the state of an SBAL: hands over what was written into the SBAL before. */
    public static void valRelease(long struct, long index, int value) {
        Memory.putByteRelease(at(struct, index), (byte) value);
    }
}
