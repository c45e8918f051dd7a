// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.judge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zfcp4j.dbf.read.AreaTrace;
import org.zfcp4j.dbf.read.Capture;
import org.zfcp4j.dbf.record.Area;
import org.zfcp4j.dbf.record.Entry;
import org.zfcp4j.dbf.record.HbaFields;
import org.zfcp4j.dbf.record.Tod;
import org.zfcp4j.layout.dbf.ZfcpDbfPay;

/** What is missing. */
final class LostRecords {
    private LostRecords() {
    }

    static List<Remark> of(Capture capture) {
        List<Remark> remarks = new ArrayList<>();
        for (Area area : Area.values()) {
            AreaTrace trace = capture.areas().get(area);
            String name = "zfcp_" + capture.device() + "_" + area.suffix();
            if (trace == null) {
                remarks.add(Remark.note("missing-area", capture.device(), name + " is not there"));
            } else if (trace.wrapped()) {
                remarks.add(Remark.note("wrapped", capture.device(), name + " has wrapped: what is older than "
                        + Tod.text(trace.entries().get(0).micros()) + " is lost" + (trace.steppedBack() ? "" : ", since it is full")));
            }
        }
        missingPayload(capture, remarks);
        return remarks;
    }

    private static void missingPayload(Capture capture, List<Remark> remarks) {
        if (!capture.areas().containsKey(Area.PAY)) {
            return;
        }
        Set<Long> kept = new HashSet<>();
        for (Entry pay : capture.entries(Area.PAY)) {
            kept.add(pay.u64(ZfcpDbfPay.FSF_REQ_ID.offset()));
        }
        long missing = capture.entries(Area.HBA).stream().filter(HbaFields::isResponse)
                .filter(hba -> HbaFields.payloadLength(hba) != 0 && !kept.contains(HbaFields.requestId(hba))).count();
        if (missing != 0) {
            remarks.add(Remark.note("missing-payload", capture.device(), "the payload of " + missing
                    + (missing == 1 ? " response is" : " responses is") + " not there any more"));
        }
    }
}
