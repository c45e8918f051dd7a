// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.part;
import static org.zfcp4j.layout.Fields.union;

import java.lang.foreign.GroupLayout;

/**
 * Third part of a QTCB, by QTCB type.
 *
 * <p>The four forms lie at the same address; each accessor says which one the caller means.
 *
 * <p>C type: {@code union fsf_qtcb_bottom}.
 */
public final class FsfQtcbBottom {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            union("fsf_qtcb_bottom",
                    part("io", FsfQtcbBottomIo.LAYOUT),
                    part("support", FsfQtcbBottomSupport.LAYOUT),
                    part("config", FsfQtcbBottomConfig.LAYOUT),
                    part("port", FsfQtcbBottomPort.LAYOUT));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_IO = offset(LAYOUT, "io");
    public static final long OFFSET_SUPPORT = offset(LAYOUT, "support");
    public static final long OFFSET_CONFIG = offset(LAYOUT, "config");
    public static final long OFFSET_PORT = offset(LAYOUT, "port");

    private FsfQtcbBottom() {
    }

    /** Address as bottom of a SCSI command, see {@link FsfQtcbBottomIo}. */
    public static long io(long struct) {
        return struct + OFFSET_IO;
    }

    /** Address as bottom of a support command, see {@link FsfQtcbBottomSupport}. */
    public static long support(long struct) {
        return struct + OFFSET_SUPPORT;
    }

    /** Address as bottom of exchange configuration data, see {@link FsfQtcbBottomConfig}. */
    public static long config(long struct) {
        return struct + OFFSET_CONFIG;
    }

    /** Address as bottom of exchange port data, see {@link FsfQtcbBottomPort}. */
    public static long port(long struct) {
        return struct + OFFSET_PORT;
    }
}
