// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.dbf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Bytes;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U64;
import org.zfcp4j.layout.U8;

/** Trace record of payload that did not fit into a record of another area. */
public final class ZfcpDbfPay {
    private static final Members MEMBERS = Members.wire("zfcp_dbf_pay");
    /** Number of the piece, from 0. */
    public static final U8 COUNTER = MEMBERS.u8("counter");
    /** The name of the area it belongs to, seven characters without terminator. */
    public static final Bytes AREA = MEMBERS.bytes("area", 7);
    /** Request id that ties the pieces together. */
    public static final U64 FSF_REQ_ID = MEMBERS.u64("fsf_req_id");
    /** The piece. */
    public static final Bytes DATA = MEMBERS.bytes("data", 256);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private ZfcpDbfPay() {
    }
}
