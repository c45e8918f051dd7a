// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U64;

/** Storage-list entry. */
public final class SlElement {
    private static final Members MEMBERS = Members.device("sl_element");
    /** Absolute address of an SBAL, see {@link QdioBuffer}. */
    public static final U64 SBAL = MEMBERS.u64("sbal");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private SlElement() {
    }
}
