// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Bytes;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U64;
import org.zfcp4j.layout.U8;

/** Queue information block: properties that hold for all queues of a subchannel. */
public final class Qib {
    private static final Members MEMBERS = Members.device("qib");
    /** Queue format; 1 for FCP. */
    public static final U8 QFMT = MEMBERS.u8("qfmt");
    /** Format of {@link #PARM}; 0 when it is not used. */
    public static final U8 PFMT = MEMBERS.u8("pfmt");
    /** What the program asks for: {@code QIB_RFLAGS_ENABLE_QEBSM}, {@code QIB_RFLAGS_ENABLE_DATA_DIV}. */
    public static final U8 RFLAGS = MEMBERS.u8("rflags");
    /**
     * Adapter characteristics that the channel answers with, such as {@link
     * QdioConstants#QIB_AC_OUTBOUND_PCI_SUPPORTED}.
     */
    public static final U8 AC = MEMBERS.u8("ac");
    /** Absolute address of the first input queue's {@link Slib}; the others follow by {@code nsliba}. */
    public static final U64 ISLIBA = MEMBERS.gap(4).u64("isliba");
    /** Absolute address of the first output queue's {@link Slib}. */
    public static final U64 OSLIBA = MEMBERS.u64("osliba");
    /** Length of {@code ebcnam} in bytes. */
    public static final int LENGTH_EBCNAM = 8;
    /** Name of the adapter in EBCDIC, padded with EBCDIC blanks. */
    public static final Bytes EBCNAM = MEMBERS.gap(8).bytes("ebcnam", LENGTH_EBCNAM);
    /** Adapter specific parameters. */
    public static final Bytes PARM = MEMBERS.reserved("res", 88).bytes("parm", 128);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.aligned(256);
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private Qib() {
    }
}
