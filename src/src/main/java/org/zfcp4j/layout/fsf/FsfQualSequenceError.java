// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U32;

/** Protocol status qualifier of {@code FSF_PROT_SEQ_NUMB_ERROR}. */
public final class FsfQualSequenceError {
    private static final Members MEMBERS = Members.device("fsf_qual_sequence_error");
    /** Sequence number that the channel expected. */
    public static final U32 EXP_REQ_SEQ_NO = MEMBERS.u32("exp_req_seq_no");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.u32sReserved("res1", 3).layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FsfQualSequenceError() {
    }
}
