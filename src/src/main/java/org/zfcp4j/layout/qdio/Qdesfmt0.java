// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.BitField;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U64;

/**
 * Queue descriptor of format 0: where the three control blocks of one queue lie.
 *
 * <p>An array of these follows the fixed part of the {@link Qdr}, input queues first, then output queues.
 */
public final class Qdesfmt0 {
    private static final Members MEMBERS = Members.device("qdesfmt0");
    /** Absolute address of the storage-list information block, see {@link Slib}. */
    public static final U64 SLIBA = MEMBERS.u64("sliba");
    /** Absolute address of the storage list, see {@link Sl}. */
    public static final U64 SLA = MEMBERS.u64("sla");
    /** Absolute address of the storage-list state block, see {@link Slsb}. */
    public static final U64 SLSBA = MEMBERS.u64("slsba");
    /** Storage access key for the storage-list information block. */
    public static final BitField AKEY = MEMBERS.gap(4).bits8("akey", 4);
    /** Storage access key for the storage list. */
    public static final BitField BKEY = MEMBERS.bits8("bkey", 4);
    /** Storage access key for the SBALs and what they point to. */
    public static final BitField CKEY = MEMBERS.bits8("ckey", 4);
    /** Storage access key for the storage-list state block. */
    public static final BitField DKEY = MEMBERS.bits8("dkey", 4);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.gap(2).layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private Qdesfmt0() {
    }
}
