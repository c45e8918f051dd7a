// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fc;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;

import java.lang.foreign.GroupLayout;

/**
 * Eight-byte LUN as SCSI transports carry it: four levels of two bytes.
 *
 * <p>C type: {@code struct scsi_lun}.
 */
public final class ScsiLun {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("scsi_lun",
                    bytes("scsi_lun", 8));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_SCSI_LUN = offset(LAYOUT, "scsi_lun");

    /** Length of {@code scsi_lun} in bytes. */
    public static final int LENGTH_SCSI_LUN = 8;

    private ScsiLun() {
    }

    /** Address of the bytes. */
    public static long scsiLun(long struct) {
        return struct + OFFSET_SCSI_LUN;
    }
}
