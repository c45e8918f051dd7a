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
 * Common transport (CT) header, before every request to and answer from a generic service.
 *
 * <p>C type: {@code struct fc_ct_hdr}.
 */
public final class FcCtHdr {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            aligned(2, struct("fc_ct_hdr",
                    u8("ct_rev"),
                    bytes("ct_in_id", 3),
                    u8("ct_fs_type"),
                    u8("ct_fs_subtype"),
                    u8("ct_options"),
                    u8("_ct_resvd1"),
                    u16("ct_cmd"),
                    u16("ct_mr_size"),
                    u8("_ct_resvd2"),
                    u8("ct_reason"),
                    u8("ct_explan"),
                    u8("ct_vendor")));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_CT_REV = offset(LAYOUT, "ct_rev");
    public static final long OFFSET_CT_IN_ID = offset(LAYOUT, "ct_in_id");
    public static final long OFFSET_CT_FS_TYPE = offset(LAYOUT, "ct_fs_type");
    public static final long OFFSET_CT_FS_SUBTYPE = offset(LAYOUT, "ct_fs_subtype");
    public static final long OFFSET_CT_OPTIONS = offset(LAYOUT, "ct_options");
    public static final long OFFSET_CT_RESVD1 = offset(LAYOUT, "_ct_resvd1");
    public static final long OFFSET_CT_CMD = offset(LAYOUT, "ct_cmd");
    public static final long OFFSET_CT_MR_SIZE = offset(LAYOUT, "ct_mr_size");
    public static final long OFFSET_CT_RESVD2 = offset(LAYOUT, "_ct_resvd2");
    public static final long OFFSET_CT_REASON = offset(LAYOUT, "ct_reason");
    public static final long OFFSET_CT_EXPLAN = offset(LAYOUT, "ct_explan");
    public static final long OFFSET_CT_VENDOR = offset(LAYOUT, "ct_vendor");

    private FcCtHdr() {
    }

    /** Revision, {@link FcConstants#FC_CT_REV}. */
    public static int ctRev(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_CT_REV);
    }

    /** Sets it: see {@link #ctRev(long)}. */
    public static void ctRev(long struct, int value) {
        Memory.putByte(struct + OFFSET_CT_REV, (byte) value);
    }

    /** Fibre Channel address of the requester, 24 bits. */
    public static int ctInId(long struct) {
        return Memory.get24(struct + OFFSET_CT_IN_ID);
    }

    /** Sets it: see {@link #ctInId(long)}. */
    public static void ctInId(long struct, int value) {
        Memory.put24(struct + OFFSET_CT_IN_ID, value);
    }

    /** Service type, {@code FC_FST_*}. */
    public static int ctFsType(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_CT_FS_TYPE);
    }

    /** Sets it: see {@link #ctFsType(long)}. */
    public static void ctFsType(long struct, int value) {
        Memory.putByte(struct + OFFSET_CT_FS_TYPE, (byte) value);
    }

    /** Service subtype. */
    public static int ctFsSubtype(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_CT_FS_SUBTYPE);
    }

    /** Sets it: see {@link #ctFsSubtype(long)}. */
    public static void ctFsSubtype(long struct, int value) {
        Memory.putByte(struct + OFFSET_CT_FS_SUBTYPE, (byte) value);
    }

    /** Options. */
    public static int ctOptions(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_CT_OPTIONS);
    }

    /** Sets it: see {@link #ctOptions(long)}. */
    public static void ctOptions(long struct, int value) {
        Memory.putByte(struct + OFFSET_CT_OPTIONS, (byte) value);
    }

    /** Command of a request, accept or reject of an answer ({@code FC_FS_ACC}, {@code FC_FS_RJT}). */
    public static int ctCmd(long struct) {
        return Memory.getUnsignedShort(struct + OFFSET_CT_CMD);
    }

    /** Sets it: see {@link #ctCmd(long)}. */
    public static void ctCmd(long struct, int value) {
        Memory.putShort(struct + OFFSET_CT_CMD, (short) value);
    }

    /** Longest or residual size in units of words. */
    public static int ctMrSize(long struct) {
        return Memory.getUnsignedShort(struct + OFFSET_CT_MR_SIZE);
    }

    /** Sets it: see {@link #ctMrSize(long)}. */
    public static void ctMrSize(long struct, int value) {
        Memory.putShort(struct + OFFSET_CT_MR_SIZE, (short) value);
    }

    /** Reason of a reject, {@code FC_FS_RJT_*}. */
    public static int ctReason(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_CT_REASON);
    }

    /** Sets it: see {@link #ctReason(long)}. */
    public static void ctReason(long struct, int value) {
        Memory.putByte(struct + OFFSET_CT_REASON, (byte) value);
    }

    /** Explanation of the reason. */
    public static int ctExplan(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_CT_EXPLAN);
    }

    /** Sets it: see {@link #ctExplan(long)}. */
    public static void ctExplan(long struct, int value) {
        Memory.putByte(struct + OFFSET_CT_EXPLAN, (byte) value);
    }

    /** Left to the vendor. */
    public static int ctVendor(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_CT_VENDOR);
    }

    /** Sets it: see {@link #ctVendor(long)}. */
    public static void ctVendor(long struct, int value) {
        Memory.putByte(struct + OFFSET_CT_VENDOR, (byte) value);
    }
}
