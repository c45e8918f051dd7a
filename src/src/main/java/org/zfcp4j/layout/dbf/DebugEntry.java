// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.dbf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.BitField;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U16;
import org.zfcp4j.layout.U64;

/** Head of an entry of an s390 debug feature area, before each trace record. */
public final class DebugEntry {
    private static final Members MEMBERS = Members.wire("__debug_entry");
    /** Time of day clock without its lowest bits: shifted right by four. */
    public static final BitField CLOCK = MEMBERS.bits64("clock", 60);
    /** The entry was made by an exception, not an event. */
    public static final BitField EXCEPTION = MEMBERS.bits64("exception", 1);
    /** Level of the entry, 0 to 6. */
    public static final BitField LEVEL = MEMBERS.bits64("level", 3);
    /** Address of the caller. */
    public static final U64 CALLER = MEMBERS.u64("caller");
    /** Number of the CPU. */
    public static final U16 CPU = MEMBERS.u16("cpu");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private DebugEntry() {
    }
}
