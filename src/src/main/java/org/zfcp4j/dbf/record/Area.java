// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.record;

import java.util.Locale;
import org.zfcp4j.layout.dbf.DebugEntry;
import org.zfcp4j.layout.dbf.ZfcpDbfHba;
import org.zfcp4j.layout.dbf.ZfcpDbfPay;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfSan;
import org.zfcp4j.layout.dbf.ZfcpDbfScsi;

/**
 * The five trace areas of an FCP device. The order is that in which records of the same microsecond are shown: what was received
 * comes before what the driver made of it.
 */
public enum Area {
    SAN(ZfcpDbfSan.SIZE),
    HBA(ZfcpDbfHba.SIZE),
    SCSI(ZfcpDbfScsi.SIZE),
    REC(ZfcpDbfRec.SIZE),
    PAY(ZfcpDbfPay.SIZE);

    private static final int PAGE = 4096;

    private final int recordSize;

    Area(int recordSize) {
        this.recordSize = recordSize;
    }

    /** As in the name of the area, {@code zfcp_BUSID_rec}. */
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Bytes of a record, in 5.10 and in 7.1. */
    public int recordSize() {
        return recordSize;
    }

    /** How many records the ring of so many pages keeps. */
    public int capacity(int pages) {
        return pages * (PAGE / (DebugEntry.SIZE + recordSize));
    }
}
