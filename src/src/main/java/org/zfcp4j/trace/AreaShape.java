// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.trace;

import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.layout.dbf.DebugEntry;
import org.zfcp4j.layout.dbf.ZfcpDbfHba;
import org.zfcp4j.layout.dbf.ZfcpDbfPay;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfSan;
import org.zfcp4j.layout.dbf.ZfcpDbfScsi;

/**
 * A debug feature area as the kernel registers it.
 *
 * @param view file that shows its records
 * @param recordSize in bytes
 * @param pages of its ring
 * @param level at which it traces
 */
record AreaShape(String name, String view, int recordSize, int pages, int level) {
    /** The view of bytes. */
    static final String HEX_ASCII = "hex_ascii";
    private static final int PAGE = 4096;
    /** Module parameter {@code dbfsize} of zfcp. The payload area has twice that. */
    private static final int DBFSIZE = 4;
    /** Of all areas of the QDIO layer, and of {@code cio_trace}. */
    private static final int TEXT = 16;
    private static final int QDIO_DEVICE_LEVEL = 4;
    private static final int QDIO_LEVEL = 6;

    /** The areas that tools for FCP devices expect. */
    static List<AreaShape> of(SystemTraces system) {
        List<AreaShape> shapes = new ArrayList<>();
        for (String device : system.devices()) {
            String zfcp = "zfcp_" + device + '_';
            shapes.add(new AreaShape(zfcp + "rec", HEX_ASCII, ZfcpDbfRec.SIZE, DBFSIZE, system.zfcpLevel()));
            shapes.add(new AreaShape(zfcp + "hba", HEX_ASCII, ZfcpDbfHba.SIZE, DBFSIZE, system.zfcpLevel()));
            shapes.add(new AreaShape(zfcp + "pay", HEX_ASCII, ZfcpDbfPay.SIZE, 2 * DBFSIZE, system.zfcpLevel()));
            shapes.add(new AreaShape(zfcp + "san", HEX_ASCII, ZfcpDbfSan.SIZE, DBFSIZE, system.zfcpLevel()));
            shapes.add(new AreaShape(zfcp + "scsi", HEX_ASCII, ZfcpDbfScsi.SIZE, DBFSIZE, system.zfcpLevel()));
            shapes.add(new AreaShape("qdio_" + device, HEX_ASCII, TEXT, 2, QDIO_DEVICE_LEVEL));
        }
        shapes.add(new AreaShape("qdio_setup", HEX_ASCII, TEXT, 16, QDIO_LEVEL));
        shapes.add(new AreaShape("qdio_error", HEX_ASCII, TEXT, 4, QDIO_LEVEL));
        shapes.add(new AreaShape("cio_trace", HEX_ASCII, TEXT, 16, 2));
        shapes.add(new AreaShape("cio_msg", "sprintf", 11 * Long.BYTES, 16, 2));
        shapes.add(new AreaShape("cio_crw", "sprintf", 8 * Long.BYTES, 8, 4));
        return shapes;
    }

    /** Pages that keep so many records and one more: no record of a run is lost, so the ring is made as large as it takes. */
    int pagesFor(int records) {
        return Math.max(pages, records / (PAGE / (DebugEntry.SIZE + recordSize)) + 1);
    }
}
