// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.aligned;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u16;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * Head of a registered state change notification; the pages follow, see {@link FcElsRscnPage}.
 *
 * <p>C type: {@code struct fc_els_rscn}.
 */
public final class FcElsRscn {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            aligned(2, struct("fc_els_rscn",
                    u8("rscn_cmd"),
                    u8("rscn_page_len"),
                    u16("rscn_plen")));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_RSCN_CMD = offset(LAYOUT, "rscn_cmd");
    public static final long OFFSET_RSCN_PAGE_LEN = offset(LAYOUT, "rscn_page_len");
    public static final long OFFSET_RSCN_PLEN = offset(LAYOUT, "rscn_plen");

    private FcElsRscn() {
    }

    /** {@link FcConstants#ELS_RSCN}. */
    public static int rscnCmd(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_RSCN_CMD);
    }

    /** Sets it: see {@link #rscnCmd(long)}. */
    public static void rscnCmd(long struct, int value) {
        Memory.putByte(struct + OFFSET_RSCN_CMD, (byte) value);
    }

    /** Length of a page in bytes. */
    public static int rscnPageLen(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_RSCN_PAGE_LEN);
    }

    /** Sets it: see {@link #rscnPageLen(long)}. */
    public static void rscnPageLen(long struct, int value) {
        Memory.putByte(struct + OFFSET_RSCN_PAGE_LEN, (byte) value);
    }

    /** Length of the whole payload in bytes, this head included. */
    public static int rscnPlen(long struct) {
        return Memory.getUnsignedShort(struct + OFFSET_RSCN_PLEN);
    }

    /** Sets it: see {@link #rscnPlen(long)}. */
    public static void rscnPlen(long struct, int value) {
        Memory.putShort(struct + OFFSET_RSCN_PLEN, (short) value);
    }
}
