// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.BitField;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Parts;
import org.zfcp4j.layout.U64;
import org.zfcp4j.layout.U8;

/**
 * Queue descriptor record: what the establish-queues channel program hands to the channel.
 *
 * <p>The channel learns every other address from here: the QIB from {@link #QIBA} and the control blocks of
 * each queue from {@link #QDF0}. It is one page on a page boundary.
 */
public final class Qdr {
    private static final Members MEMBERS = Members.device("qdr");
    /** Queue format; 1 for FCP. */
    public static final U8 QFMT = MEMBERS.u8("qfmt");
    /**
     * Adapter characteristics; {@link QdioConstants#QDR_AC_MULTI_BUFFER_ENABLE} asks for multiple-buffer streaming.
     */
    public static final U8 AC = MEMBERS.gap(2).u8("ac");
    /** Number of input queue descriptors. */
    public static final U8 IQDCNT = MEMBERS.gap(1).u8("iqdcnt");
    /** Number of output queue descriptors. */
    public static final U8 OQDCNT = MEMBERS.gap(1).u8("oqdcnt");
    /** Size of an input queue descriptor in 32-bit words. */
    public static final U8 IQDSZ = MEMBERS.gap(1).u8("iqdsz");
    /** Size of an output queue descriptor in 32-bit words. */
    public static final U8 OQDSZ = MEMBERS.gap(1).u8("oqdsz");
    /** Absolute address of the queue information block, see {@link Qib}. */
    public static final U64 QIBA = MEMBERS.u32sReserved("res", 9).u64("qiba");
    /** Storage access key for the queue information block. */
    public static final BitField QKEY = MEMBERS.gap(4).bits8("qkey", 4);
    /** A queue descriptor, see {@link Qdesfmt0}. */
    public static final Parts QDF0 = MEMBERS.gap(3).parts("qdf0", 126, Qdesfmt0.LAYOUT);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.aligned(4096);
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private Qdr() {
    }
}
