// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.part;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u32;
import static org.zfcp4j.layout.Fields.u64;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.DeviceMemory;

/**
 * First part of a QTCB: identity of the request and how the protocol layer of the channel took it.
 *
 * <p>C type: {@code struct fsf_qtcb_prefix}.
 */
public final class FsfQtcbPrefix {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fsf_qtcb_prefix",
                    u64("req_id"),
                    u32("qtcb_version"),
                    u32("ulp_info"),
                    u32("qtcb_type"),
                    u32("req_seq_no"),
                    u32("prot_status"),
                    part("prot_status_qual", FsfProtStatusQual.LAYOUT),
                    bytes("res1", 20));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_REQ_ID = offset(LAYOUT, "req_id");
    public static final long OFFSET_QTCB_VERSION = offset(LAYOUT, "qtcb_version");
    public static final long OFFSET_ULP_INFO = offset(LAYOUT, "ulp_info");
    public static final long OFFSET_QTCB_TYPE = offset(LAYOUT, "qtcb_type");
    public static final long OFFSET_REQ_SEQ_NO = offset(LAYOUT, "req_seq_no");
    public static final long OFFSET_PROT_STATUS = offset(LAYOUT, "prot_status");
    public static final long OFFSET_PROT_STATUS_QUAL = offset(LAYOUT, "prot_status_qual");
    public static final long OFFSET_RES1 = offset(LAYOUT, "res1");

    private FsfQtcbPrefix() {
    }

    /** Request id, the one that the response queue returns. */
    public static long reqId(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_REQ_ID);
    }

    /** Sets it: see {@link #reqId(long)}. */
    public static void reqId(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_REQ_ID, value);
    }

    /** {@link FsfConstants#FSF_QTCB_CURRENT_VERSION}. */
    public static int qtcbVersion(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_QTCB_VERSION);
    }

    /** Sets it: see {@link #qtcbVersion(long)}. */
    public static void qtcbVersion(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_QTCB_VERSION, value);
    }

    /** Information for upper layers: a number that zfcp gives its driver level. */
    public static int ulpInfo(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_ULP_INFO);
    }

    /** Sets it: see {@link #ulpInfo(long)}. */
    public static void ulpInfo(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_ULP_INFO, value);
    }

    /** Which bottom follows, {@code FSF_IO_COMMAND} and so on. */
    public static int qtcbType(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_QTCB_TYPE);
    }

    /** Sets it: see {@link #qtcbType(long)}. */
    public static void qtcbType(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_QTCB_TYPE, value);
    }

    /** Sequence number; each request with a QTCB counts one further. */
    public static int reqSeqNo(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_REQ_SEQ_NO);
    }

    /** Sets it: see {@link #reqSeqNo(long)}. */
    public static void reqSeqNo(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_REQ_SEQ_NO, value);
    }

    /** Protocol status, {@code FSF_PROT_*}. */
    public static int protStatus(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_PROT_STATUS);
    }

    /** Sets it: see {@link #protStatus(long)}. */
    public static void protStatus(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_PROT_STATUS, value);
    }

    /** Address of the qualifier of the protocol status, see {@link FsfProtStatusQual}. */
    public static long protStatusQual(long struct) {
        return struct + OFFSET_PROT_STATUS_QUAL;
    }
}
