// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U16;
import org.zfcp4j.layout.U8;

/** First part of an FCP response IU. */
public final class FcpResp {
    private static final Members MEMBERS = Members.wire("fcp_resp");
    /** Status qualifier: when to retry. */
    public static final U16 FR_RETRY_DELAY = MEMBERS.reserved("_fr_resvd", 8).u16("fr_retry_delay");
    /**
     * Which of the following parts are valid, {@code FCP_RSP_LEN_VAL}, {@code FCP_SNS_LEN_VAL}, {@code FCP_RESID_*}.
     */
    public static final U8 FR_FLAGS = MEMBERS.u8("fr_flags");
    /** SCSI status. */
    public static final U8 FR_STATUS = MEMBERS.u8("fr_status");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.aligned(2);
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FcpResp() {
    }
}
