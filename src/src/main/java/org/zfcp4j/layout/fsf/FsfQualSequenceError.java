// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u32;
import static org.zfcp4j.layout.Fields.u32s;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.DeviceMemory;

/**
 * Protocol status qualifier of {@code FSF_PROT_SEQ_NUMB_ERROR}.
 *
 * <p>C type: {@code struct fsf_qual_sequence_error}.
 */
public final class FsfQualSequenceError {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fsf_qual_sequence_error",
                    u32("exp_req_seq_no"),
                    u32s("res1", 3));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_EXP_REQ_SEQ_NO = offset(LAYOUT, "exp_req_seq_no");
    public static final long OFFSET_RES1 = offset(LAYOUT, "res1");

    private FsfQualSequenceError() {
    }

    /** Sequence number that the channel expected. */
    public static int expReqSeqNo(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_EXP_REQ_SEQ_NO);
    }

    /** Sets it: see {@link #expReqSeqNo(long)}. */
    public static void expReqSeqNo(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_EXP_REQ_SEQ_NO, value);
    }
}
