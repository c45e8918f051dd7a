// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zfcp4j.dbf.read.Capture;
import org.zfcp4j.dbf.record.Area;
import org.zfcp4j.dbf.record.Entry;
import org.zfcp4j.dbf.record.HbaFields;
import org.zfcp4j.dbf.record.Tod;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfSan;

/** Requests are answered once, after they were sent. */
final class RequestOrder {
    private final List<Remark> remarks = new ArrayList<>();

    private RequestOrder() {
    }

    static List<Remark> of(Capture capture) {
        RequestOrder check = new RequestOrder();
        check.answersOfTheSan(capture.entries(Area.SAN));
        check.responses(capture.entries(Area.HBA));
        return check.remarks;
    }

    /**
     * Request ids rise, until the device is set online anew. If the area has the request of a lower id, it has lost none that came
     * later, and an answer must have its request.
     */
    private void answersOfTheSan(List<Entry> entries) {
        Set<Long> sent = new HashSet<>();
        long lowest = Long.MAX_VALUE;
        long highest = 0;
        for (Entry san : entries) {
            long id = san.u64(ZfcpDbfSan.FSF_REQ_ID.offset());
            if (san.id() == DbfConstants.ZFCP_DBF_SAN_REQ) {
                if (id < highest) {
                    sent.clear();
                    lowest = Long.MAX_VALUE;
                }
                highest = id;
                lowest = Math.min(lowest, id);
                sent.add(id);
            } else if (san.id() == DbfConstants.ZFCP_DBF_SAN_RES && id > lowest && !sent.contains(id)) {
                remarks.add(Remark.impossible("answer-without-request", "request " + id + " is answered, and was never sent", san));
            }
        }
    }

    /** After the id has begun anew, a request of the same id was sent at another time. */
    private record Sent(long id, long issued) {
    }

    private void responses(List<Entry> entries) {
        Map<Sent, Entry> answered = new HashMap<>();
        for (Entry hba : entries) {
            if (!HbaFields.isResponse(hba)) {
                continue;
            }
            long id = HbaFields.requestId(hba);
            if (HbaFields.latency(hba) < 0) {
                remarks.add(Remark.impossible("answer-before-request", "request " + id + " is answered "
                        + Tod.seconds(-HbaFields.latency(hba)) + " before it was sent", hba));
            }
            Entry before = answered.put(new Sent(id, HbaFields.issued(hba)), hba);
            if (before != null) {
                remarks.add(Remark.impossible("answered-twice", "request " + id + " was answered before, in " + before.where(), hba));
            }
        }
    }
}
