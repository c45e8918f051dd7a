// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Page of a registered state change notification: an address or a range of them.
 *
 * <p>C type: {@code struct fc_els_rscn_page}.
 */
public final class FcElsRscnPage {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fc_els_rscn_page",
                    u8("rscn_page_flags"),
                    bytes("rscn_fid", 3));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_RSCN_PAGE_FLAGS = offset(LAYOUT, "rscn_page_flags");
    public static final long OFFSET_RSCN_FID = offset(LAYOUT, "rscn_fid");

    private FcElsRscnPage() {
    }

    /** Event qualifier and, in {@link FcConstants#ELS_RSCN_ADDR_FMT_MASK}, how many bytes of the address count. */
    public static int rscnPageFlags(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_RSCN_PAGE_FLAGS);
    }

    /** Sets it: see {@link #rscnPageFlags(long)}. */
    public static void rscnPageFlags(long struct, int value) {
        Memory.putByte(struct + OFFSET_RSCN_PAGE_FLAGS, (byte) value);
    }

    /** Fibre Channel address, 24 bits. */
    public static int rscnFid(long struct) {
        return Memory.get24(struct + OFFSET_RSCN_FID);
    }

    /** Sets it: see {@link #rscnFid(long)}. */
    public static void rscnFid(long struct, int value) {
        Memory.put24(struct + OFFSET_RSCN_FID, value);
    }
}
