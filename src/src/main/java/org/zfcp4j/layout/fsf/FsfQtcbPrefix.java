// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Part;
import org.zfcp4j.layout.U32;
import org.zfcp4j.layout.U64;

/** First part of a QTCB: identity of the request and how the protocol layer of the channel took it. */
public final class FsfQtcbPrefix {
    private static final Members MEMBERS = Members.device("fsf_qtcb_prefix");
    /** Request id, the one that the response queue returns. */
    public static final U64 REQ_ID = MEMBERS.u64("req_id");
    /** {@link FsfConstants#FSF_QTCB_CURRENT_VERSION}. */
    public static final U32 QTCB_VERSION = MEMBERS.u32("qtcb_version");
    /** Information for upper layers: a number that zfcp gives its driver level. */
    public static final U32 ULP_INFO = MEMBERS.u32("ulp_info");
    /** Which bottom follows, {@code FSF_IO_COMMAND} and so on. */
    public static final U32 QTCB_TYPE = MEMBERS.u32("qtcb_type");
    /** Sequence number; each request with a QTCB counts one further. */
    public static final U32 REQ_SEQ_NO = MEMBERS.u32("req_seq_no");
    /** Protocol status, {@code FSF_PROT_*}. */
    public static final U32 PROT_STATUS = MEMBERS.u32("prot_status");
    /** The qualifier of the protocol status, see {@link FsfProtStatusQual}. */
    public static final Part PROT_STATUS_QUAL = MEMBERS.part("prot_status_qual", FsfProtStatusQual.LAYOUT);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.reserved("res1", 20).layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FsfQtcbPrefix() {
    }
}
