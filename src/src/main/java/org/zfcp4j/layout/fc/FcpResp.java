// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.aligned;
import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u16;
import static org.zfcp4j.layout.Fields.u8;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Memory;

/**
 * First part of an FCP response IU.
 *
 * <p>C type: {@code struct fcp_resp}.
 */
public final class FcpResp {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            aligned(2, struct("fcp_resp",
                    bytes("_fr_resvd", 8),
                    u16("fr_retry_delay"),
                    u8("fr_flags"),
                    u8("fr_status")));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_FR_RESVD = offset(LAYOUT, "_fr_resvd");
    public static final long OFFSET_FR_RETRY_DELAY = offset(LAYOUT, "fr_retry_delay");
    public static final long OFFSET_FR_FLAGS = offset(LAYOUT, "fr_flags");
    public static final long OFFSET_FR_STATUS = offset(LAYOUT, "fr_status");

    private FcpResp() {
    }

    /** Status qualifier: when to retry. */
    public static int frRetryDelay(long struct) {
        return Memory.getUnsignedShort(struct + OFFSET_FR_RETRY_DELAY);
    }

    /** Sets it: see {@link #frRetryDelay(long)}. */
    public static void frRetryDelay(long struct, int value) {
        Memory.putShort(struct + OFFSET_FR_RETRY_DELAY, (short) value);
    }

    /**
     * Which of the following parts are valid, {@code FCP_RSP_LEN_VAL}, {@code FCP_SNS_LEN_VAL}, {@code FCP_RESID_*}.
     */
    public static int frFlags(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_FR_FLAGS);
    }

    /** Sets it: see {@link #frFlags(long)}. */
    public static void frFlags(long struct, int value) {
        Memory.putByte(struct + OFFSET_FR_FLAGS, (byte) value);
    }

    /** SCSI status. */
    public static int frStatus(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_FR_STATUS);
    }

    /** Sets it: see {@link #frStatus(long)}. */
    public static void frStatus(long struct, int value) {
        Memory.putByte(struct + OFFSET_FR_STATUS, (byte) value);
    }
}
