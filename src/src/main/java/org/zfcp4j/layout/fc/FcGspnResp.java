// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Bytes;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U8;

/** Answer to GSPN_ID: a symbolic port name, its characters right behind. */
public final class FcGspnResp {
    private static final Members MEMBERS = Members.wire("fc_gspn_resp");
    /** Length of the name in bytes. */
    public static final U8 FP_NAME_LEN = MEMBERS.u8("fp_name_len");
    /** The name. */
    public static final Bytes FP_NAME = MEMBERS.bytes("fp_name", 0);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FcGspnResp() {
    }
}
