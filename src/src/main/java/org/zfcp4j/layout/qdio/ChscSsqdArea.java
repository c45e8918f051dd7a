// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.BitField;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Part;
import org.zfcp4j.layout.U16;

/** Request and response of store subchannel QDIO data, one page on a page boundary. */
public final class ChscSsqdArea {
    private static final Members MEMBERS = Members.device("chsc_ssqd_area");
    /** The head of the request, see {@link ChscHeader}. */
    public static final Part REQUEST = MEMBERS.part("request", ChscHeader.LAYOUT);
    /** Subchannel set. */
    public static final BitField SSID = MEMBERS.gap(1).hole8(2).bits8("ssid", 2);
    /** Format of the response. */
    public static final BitField FMT = MEMBERS.bits8("fmt", 4);
    /** First subchannel that is asked about. */
    public static final U16 FIRST_SCH = MEMBERS.u16("first_sch");
    /** Last subchannel that is asked about. */
    public static final U16 LAST_SCH = MEMBERS.gap(2).u16("last_sch");
    /** The head of the response, see {@link ChscHeader}. */
    public static final Part RESPONSE = MEMBERS.gap(4).part("response", ChscHeader.LAYOUT);
    /** The answer, see {@link QdioSsqdDesc}. */
    public static final Part QDIO_SSQD = MEMBERS.gap(4).part("qdio_ssqd", QdioSsqdDesc.LAYOUT);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.gap(4040).aligned(4096);
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private ChscSsqdArea() {
    }
}
