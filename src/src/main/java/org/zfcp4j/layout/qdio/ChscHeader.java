// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U16;

/** Head of a channel-subsystem-call request or response block. */
public final class ChscHeader {
    private static final Members MEMBERS = Members.device("chsc_header");
    /** Length of the block in bytes, this head included. */
    public static final U16 LENGTH = MEMBERS.u16("length");
    /** Command code of a request, response code of a response; 1 means success. */
    public static final U16 CODE = MEMBERS.u16("code");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.aligned(2);
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private ChscHeader() {
    }
}
