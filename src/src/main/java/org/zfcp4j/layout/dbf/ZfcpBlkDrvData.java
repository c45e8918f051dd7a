// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.dbf;

import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u16;
import static org.zfcp4j.layout.Fields.u32;
import static org.zfcp4j.layout.Fields.u64;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * What a SCSI command leaves in the block-layer trace: queue usage and latencies.
 *
 * <p>C type: {@code struct zfcp_blk_drv_data}.
 */
public final class ZfcpBlkDrvData {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("zfcp_blk_drv_data",
                    u32("magic"),
                    u16("flags"),
                    u8("inb_usage"),
                    u8("outb_usage"),
                    u64("channel_lat"),
                    u64("fabric_lat"));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_MAGIC = offset(LAYOUT, "magic");
    public static final long OFFSET_FLAGS = offset(LAYOUT, "flags");
    public static final long OFFSET_INB_USAGE = offset(LAYOUT, "inb_usage");
    public static final long OFFSET_OUTB_USAGE = offset(LAYOUT, "outb_usage");
    public static final long OFFSET_CHANNEL_LAT = offset(LAYOUT, "channel_lat");
    public static final long OFFSET_FABRIC_LAT = offset(LAYOUT, "fabric_lat");

    private ZfcpBlkDrvData() {
    }

    /** {@code ZFCP_BLK_DRV_DATA_MAGIC}. */
    public static int magic(long struct) {
        return Memory.getInt(struct + OFFSET_MAGIC);
    }

    /** Sets it: see {@link #magic(long)}. */
    public static void magic(long struct, int value) {
        Memory.putInt(struct + OFFSET_MAGIC, value);
    }

    /** {@code ZFCP_BLK_LAT_VALID}, {@code ZFCP_BLK_REQ_ERROR}. */
    public static int flags(long struct) {
        return Memory.getUnsignedShort(struct + OFFSET_FLAGS);
    }

    /** Sets it: see {@link #flags(long)}. */
    public static void flags(long struct, int value) {
        Memory.putShort(struct + OFFSET_FLAGS, (short) value);
    }

    /** Response SBALs in use when the command completed. */
    public static int inbUsage(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_INB_USAGE);
    }

    /** Sets it: see {@link #inbUsage(long)}. */
    public static void inbUsage(long struct, int value) {
        Memory.putByte(struct + OFFSET_INB_USAGE, (byte) value);
    }

    /** Request SBALs in use when the command was sent. */
    public static int outbUsage(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_OUTB_USAGE);
    }

    /** Sets it: see {@link #outbUsage(long)}. */
    public static void outbUsage(long struct, int value) {
        Memory.putByte(struct + OFFSET_OUTB_USAGE, (byte) value);
    }

    /** Time in the channel, in nanoseconds. */
    public static long channelLat(long struct) {
        return Memory.getLong(struct + OFFSET_CHANNEL_LAT);
    }

    /** Sets it: see {@link #channelLat(long)}. */
    public static void channelLat(long struct, long value) {
        Memory.putLong(struct + OFFSET_CHANNEL_LAT, value);
    }

    /** Time in fabric and storage, in nanoseconds. */
    public static long fabricLat(long struct) {
        return Memory.getLong(struct + OFFSET_FABRIC_LAT);
    }

    /** Sets it: see {@link #fabricLat(long)}. */
    public static void fabricLat(long struct, long value) {
        Memory.putLong(struct + OFFSET_FABRIC_LAT, value);
    }
}
