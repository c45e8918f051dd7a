// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.dbf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U32;
import org.zfcp4j.layout.U8;

/** Part of a recovery record about a triggered action. */
public final class ZfcpDbfRecTrigger {
    private static final Members MEMBERS = Members.wire("zfcp_dbf_rec_trigger");
    /** Length of the list of ready actions. */
    public static final U32 READY = MEMBERS.u32("ready");
    /** Length of the list of running actions. */
    public static final U32 RUNNING = MEMBERS.u32("running");
    /** Action that was asked for. */
    public static final U8 WANT = MEMBERS.u8("want");
    /** Action that is queued instead; flags in its upper bits tell why nothing was. */
    public static final U8 NEED = MEMBERS.u8("need");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private ZfcpDbfRecTrigger() {
    }
}
