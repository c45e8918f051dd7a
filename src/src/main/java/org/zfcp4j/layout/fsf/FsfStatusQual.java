// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Bytes;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Part;
import org.zfcp4j.layout.U16s;
import org.zfcp4j.layout.U32s;
import org.zfcp4j.layout.U64s;

/** FSF status qualifier: details whose meaning depends on the FSF status. */
public final class FsfStatusQual {
    private static final Members MEMBERS = Members.deviceUnion("fsf_status_qual");
    /** The qualifier as bytes. The C name, {@code byte}, is a Java keyword. */
    public static final Bytes BYTE = MEMBERS.bytes("byte", 16);
    /** A half word of it. */
    public static final U16s HALFWORD = MEMBERS.u16s("halfword", 8);
    /** A word of it: recommended action ({@code FSF_SQ_*}) in word 0, security code or the like. */
    public static final U32s WORD = MEMBERS.u32s("word", 4);
    /** A double word of it. */
    public static final U64s DOUBLEWORD = MEMBERS.u64s("doubleword", 2);
    /** The designator of the queues that hold a LUN or port, see {@link FsfQueueDesignator}. */
    public static final Part FSF_QUEUE_DESIGNATOR = MEMBERS.part("fsf_queue_designator", FsfQueueDesignator.LAYOUT);
    /** The details of a link that is down, see {@link FsfLinkDownInfo}. */
    public static final Part LINK_DOWN_INFO = MEMBERS.part("link_down_info", FsfLinkDownInfo.LAYOUT);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FsfStatusQual() {
    }
}
