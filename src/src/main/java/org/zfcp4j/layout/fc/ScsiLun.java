// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Bytes;
import org.zfcp4j.layout.Members;

/** Eight-byte LUN as SCSI transports carry it: four levels of two bytes. */
public final class ScsiLun {
    private static final Members MEMBERS = Members.wire("scsi_lun");
    /** The bytes. */
    public static final Bytes SCSI_LUN = MEMBERS.bytes("scsi_lun", 8);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private ScsiLun() {
    }
}
