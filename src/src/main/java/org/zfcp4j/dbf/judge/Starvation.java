// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.judge;

import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.dbf.read.Capture;
import org.zfcp4j.dbf.record.Area;
import org.zfcp4j.dbf.record.Entry;
import org.zfcp4j.dbf.record.RecFields;
import org.zfcp4j.layout.dbf.ZfcpDbfHba;

/** repeated {@code axsref1}: no status read buffer is left, and none can be posted. */
final class Starvation {
    private static final int MANY = 2;

    private Starvation() {
    }

    static List<Remark> of(Capture capture) {
        List<Entry> starved = capture.entries(Area.REC).stream().filter(rec -> RecFields.isTrigger(rec) && rec.tag().equals("axsref1"))
                .toList();
        if (starved.size() < MANY) {
            return List.of();
        }
        List<Entry> shown = new ArrayList<>(starved);
        List<Entry> notPosted = capture.entries(Area.HBA).stream().filter(hba -> hba.tag().equals("fssr__1")).toList();
        shown.addAll(notPosted);
        long ids = notPosted.stream().map(hba -> hba.u64(ZfcpDbfHba.FSF_REQ_ID.offset())).distinct().count();
        return List.of(Remark.diagnosis("srb-starvation", "axsref1 " + starved.size() + " times; " + notPosted.size()
                + " posts of " + ids + " request ids failed (fssr__1)",
                "All status read buffers are missing and none can be posted, so the adapter is reopened. Until then nothing that the"
                + " channel has to say arrives: link events, state changes, port logouts.",
                "Without fssr__1 records it was memory that was missing: the pools status_read_req and sr_data. With them, the channel"
                + " took no SBALs: see qdio_error.", shown));
    }
}
