// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U8;

/** Names the queue pair, that is the FCP device, that a status refers to. */
public final class FsfQueueDesignator {
    private static final Members MEMBERS = Members.device("fsf_queue_designator");
    /** Channel subsystem. */
    public static final U8 CSSID = MEMBERS.u8("cssid");
    /** Channel path. */
    public static final U8 CHPID = MEMBERS.u8("chpid");
    /** Logical partition image. */
    public static final U8 HLA = MEMBERS.u8("hla");
    /** Unit address. */
    public static final U8 UA = MEMBERS.u8("ua");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.reserved32("res1").layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FsfQueueDesignator() {
    }
}
