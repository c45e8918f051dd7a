// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.dbf;

import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u32;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Part of a recovery record that tells a triggered action.
 *
 * <p>C type: {@code struct zfcp_dbf_rec_trigger}.
 */
public final class ZfcpDbfRecTrigger {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("zfcp_dbf_rec_trigger",
                    u32("ready"),
                    u32("running"),
                    u8("want"),
                    u8("need"));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_READY = offset(LAYOUT, "ready");
    public static final long OFFSET_RUNNING = offset(LAYOUT, "running");
    public static final long OFFSET_WANT = offset(LAYOUT, "want");
    public static final long OFFSET_NEED = offset(LAYOUT, "need");

    private ZfcpDbfRecTrigger() {
    }

    /** Length of the list of ready actions. */
    public static int ready(long struct) {
        return Memory.getInt(struct + OFFSET_READY);
    }

    /** Sets it: see {@link #ready(long)}. */
    public static void ready(long struct, int value) {
        Memory.putInt(struct + OFFSET_READY, value);
    }

    /** Length of the list of running actions. */
    public static int running(long struct) {
        return Memory.getInt(struct + OFFSET_RUNNING);
    }

    /** Sets it: see {@link #running(long)}. */
    public static void running(long struct, int value) {
        Memory.putInt(struct + OFFSET_RUNNING, value);
    }

    /** Action that was asked for. */
    public static int want(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_WANT);
    }

    /** Sets it: see {@link #want(long)}. */
    public static void want(long struct, int value) {
        Memory.putByte(struct + OFFSET_WANT, (byte) value);
    }

    /** Action that is queued instead; flags in its upper bits tell why nothing was. */
    public static int need(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_NEED);
    }

    /** Sets it: see {@link #need(long)}. */
    public static void need(long struct, int value) {
        Memory.putByte(struct + OFFSET_NEED, (byte) value);
    }
}
