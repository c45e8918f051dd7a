// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Parts;
import org.zfcp4j.layout.U64;

/** Storage-list information block: the head of a queue, chained to that of the next queue of the same direction. */
public final class Slib {
    private static final Members MEMBERS = Members.device("slib");
    /** Absolute address of the next queue's block; 0 at the end of the chain. */
    public static final U64 NSLIBA = MEMBERS.u64("nsliba");
    /** Absolute address of the storage list, see {@link Sl}. */
    public static final U64 SLA = MEMBERS.u64("sla");
    /** Absolute address of the state block, see {@link Slsb}. */
    public static final U64 SLSBA = MEMBERS.u64("slsba");
    /** The parameters of an SBAL, see {@link Slibe}. */
    public static final Parts SLIBE = MEMBERS.reserved("res", 1000).parts("slibe", 128, Slibe.LAYOUT);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.aligned(2048);
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private Slib() {
    }
}
