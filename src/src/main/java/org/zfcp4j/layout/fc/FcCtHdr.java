// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U16;
import org.zfcp4j.layout.U24;
import org.zfcp4j.layout.U8;

/** Common transport (CT) header, before every request to and answer from a generic service. */
public final class FcCtHdr {
    private static final Members MEMBERS = Members.wire("fc_ct_hdr");
    /** Revision, {@link FcConstants#FC_CT_REV}. */
    public static final U8 CT_REV = MEMBERS.u8("ct_rev");
    /** Fibre Channel address of the requester, 24 bits. */
    public static final U24 CT_IN_ID = MEMBERS.u24("ct_in_id");
    /** Service type, {@code FC_FST_*}. */
    public static final U8 CT_FS_TYPE = MEMBERS.u8("ct_fs_type");
    /** Service subtype. */
    public static final U8 CT_FS_SUBTYPE = MEMBERS.u8("ct_fs_subtype");
    /** Options. */
    public static final U8 CT_OPTIONS = MEMBERS.u8("ct_options");
    /** Reserved. */
    public static final U8 CT_RESVD1 = MEMBERS.u8("_ct_resvd1");
    /** Command of a request, accept or reject of an answer ({@code FC_FS_ACC}, {@code FC_FS_RJT}). */
    public static final U16 CT_CMD = MEMBERS.u16("ct_cmd");
    /** Longest or residual size in units of words. */
    public static final U16 CT_MR_SIZE = MEMBERS.u16("ct_mr_size");
    /** Reserved. */
    public static final U8 CT_RESVD2 = MEMBERS.u8("_ct_resvd2");
    /** Reason of a reject, {@code FC_FS_RJT_*}. */
    public static final U8 CT_REASON = MEMBERS.u8("ct_reason");
    /** Explanation of the reason. */
    public static final U8 CT_EXPLAN = MEMBERS.u8("ct_explan");
    /** Left to the vendor. */
    public static final U8 CT_VENDOR = MEMBERS.u8("ct_vendor");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.aligned(2);
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FcCtHdr() {
    }
}
