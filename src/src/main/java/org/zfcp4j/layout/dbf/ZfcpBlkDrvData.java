// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.dbf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U16;
import org.zfcp4j.layout.U32;
import org.zfcp4j.layout.U64;
import org.zfcp4j.layout.U8;

/** What a SCSI command leaves in the block-layer trace: queue usage and latencies. */
public final class ZfcpBlkDrvData {
    private static final Members MEMBERS = Members.wire("zfcp_blk_drv_data");
    /** {@code ZFCP_BLK_DRV_DATA_MAGIC}. */
    public static final U32 MAGIC = MEMBERS.u32("magic");
    /** {@code ZFCP_BLK_LAT_VALID}, {@code ZFCP_BLK_REQ_ERROR}. */
    public static final U16 FLAGS = MEMBERS.u16("flags");
    /** Response SBALs in use when the command completed. */
    public static final U8 INB_USAGE = MEMBERS.u8("inb_usage");
    /** Request SBALs in use when the command was sent. */
    public static final U8 OUTB_USAGE = MEMBERS.u8("outb_usage");
    /** Time in the channel, in nanoseconds. */
    public static final U64 CHANNEL_LAT = MEMBERS.u64("channel_lat");
    /** Time in fabric and storage, in nanoseconds. */
    public static final U64 FABRIC_LAT = MEMBERS.u64("fabric_lat");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private ZfcpBlkDrvData() {
    }
}
