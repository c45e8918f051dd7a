// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Bytes;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Part;
import org.zfcp4j.layout.U8;

/** Arguments of RSPN_ID: sets a symbolic port name, its characters right behind. */
public final class FcNsRspn {
    private static final Members MEMBERS = Members.wire("fc_ns_rspn");
    /** The port address, see {@link FcNsFid}. */
    public static final Part FR_FID = MEMBERS.part("fr_fid", FcNsFid.LAYOUT);
    /** Length of the name in bytes. */
    public static final U8 FR_NAME_LEN = MEMBERS.u8("fr_name_len");
    /** The name. */
    public static final Bytes FR_NAME = MEMBERS.bytes("fr_name", 0);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FcNsRspn() {
    }
}
