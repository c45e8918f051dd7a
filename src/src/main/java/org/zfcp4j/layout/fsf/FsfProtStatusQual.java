// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Part;
import org.zfcp4j.layout.U32s;
import org.zfcp4j.layout.U64s;

/** Protocol status qualifier: details whose meaning depends on the protocol status. */
public final class FsfProtStatusQual {
    private static final Members MEMBERS = Members.deviceUnion("fsf_prot_status_qual");
    /** A word of it. */
    public static final U32s WORD = MEMBERS.u32s("word", 4);
    /** A double word of it. */
    public static final U64s DOUBLEWORD = MEMBERS.u64s("doubleword", 2);
    /** The details of a version error, see {@link FsfQualVersionError}. */
    public static final Part VERSION_ERROR = MEMBERS.part("version_error", FsfQualVersionError.LAYOUT);
    /** The details of a sequence error, see {@link FsfQualSequenceError}. */
    public static final Part SEQUENCE_ERROR = MEMBERS.part("sequence_error", FsfQualSequenceError.LAYOUT);
    /** The details of a link that is down, see {@link FsfLinkDownInfo}. */
    public static final Part LINK_DOWN_INFO = MEMBERS.part("link_down_info", FsfLinkDownInfo.LAYOUT);
    /** The latencies of a good SCSI command, see {@link FsfQualLatencyInfo}. */
    public static final Part LATENCY_INFO = MEMBERS.part("latency_info", FsfQualLatencyInfo.LAYOUT);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FsfProtStatusQual() {
    }
}
