// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U32;
import org.zfcp4j.layout.U8;

/** Why the link is down. */
public final class FsfLinkDownInfo {
    private static final Members MEMBERS = Members.device("fsf_link_down_info");
    /** Reason, {@code FSF_PSQ_LINK_*}. */
    public static final U32 ERROR_CODE = MEMBERS.u32("error_code");
    /** Primary status of the I/O error that caused it. */
    public static final U8 PRIMARY_STATUS = MEMBERS.reserved32("res1").reserved("res2", 2).u8("primary_status");
    /** I/O error code. */
    public static final U8 IOERR_CODE = MEMBERS.u8("ioerr_code");
    /** Action code of a fabric rejection. */
    public static final U8 ACTION_CODE = MEMBERS.u8("action_code");
    /** Reason code of a fabric rejection. */
    public static final U8 REASON_CODE = MEMBERS.u8("reason_code");
    /** Explanation of the reason code. */
    public static final U8 EXPLANATION_CODE = MEMBERS.u8("explanation_code");
    /** Left to the vendor of the fabric. */
    public static final U8 VENDOR_SPECIFIC_CODE = MEMBERS.u8("vendor_specific_code");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FsfLinkDownInfo() {
    }
}
