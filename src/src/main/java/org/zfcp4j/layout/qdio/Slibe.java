// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U64;

/** Storage-list information block element: parameters of one SBAL. zfcp leaves it zero. */
public final class Slibe {
    private static final Members MEMBERS = Members.device("slibe");
    /** Parameters of the SBAL with the same index. */
    public static final U64 PARMS = MEMBERS.u64("parms");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.aligned(8);
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private Slibe() {
    }
}
