// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zfcp4j.dbf.read.Capture;
import org.zfcp4j.dbf.record.Area;
import org.zfcp4j.dbf.record.CodeNames;
import org.zfcp4j.dbf.record.Entry;
import org.zfcp4j.dbf.record.HbaFields;
import org.zfcp4j.dbf.record.RecFields;
import org.zfcp4j.dbf.record.Tod;

/** Requests that took long, or were never answered. */
final class SlowRequests {
    private SlowRequests() {
    }

    static List<Remark> of(Capture capture, JudgeOptions options) {
        List<Remark> remarks = new ArrayList<>();
        List<Entry> slow = capture.entries(Area.HBA).stream()
                .filter(hba -> HbaFields.isResponse(hba) && HbaFields.latency(hba) > options.slowMicros())
                .sorted(Comparator.comparingLong(HbaFields::latency).reversed()).toList();
        if (!slow.isEmpty()) {
            Entry slowest = slow.get(0);
            long dismissed = slow.stream().filter(HbaFields::isDismissed).count();
            remarks.add(Remark.diagnosis("slow-requests", slow.size() + (slow.size() == 1 ? " request" : " requests") + " took more than "
                    + Tod.seconds(options.slowMicros()) + "; the slowest, " + CodeNames.command(HbaFields.command(slowest)) + " (request "
                    + HbaFields.requestId(slowest) + "), " + Tod.seconds(HbaFields.latency(slowest))
                    + (dismissed == 0 ? "" : "; " + dismissed + " of them were given up without an answer"),
                    "The time is from send to completion. Most of what takes that long waits in the SAN or in the storage.",
                    "At trace level 3 only failed requests are recorded: for all of them, set the level of the area hba to 6.", slow));
        }
        List<Entry> timeouts = capture.entries(Area.REC).stream().filter(SlowRequests::isTimeout).toList();
        if (!timeouts.isEmpty()) {
            remarks.add(Remark.diagnosis("timeouts", timeouts.size() + (timeouts.size() == 1 ? " request was" : " requests were")
                    + " not answered in time (fsrth_1, erscf_2)",
                    "The driver gave up waiting: 30 s for recovery, 10 s for aborts and resets, 60 s or what the service asks for"
                    + " otherwise. But for recovery, the whole adapter is reopened, and the channel logs its state (SIOSL).",
                    "Collect the log of the channel for the support of the hardware.", timeouts));
        }
        return remarks;
    }

    private static boolean isTimeout(Entry rec) {
        return rec.tag().equals(RecFields.isTrigger(rec) ? "fsrth_1" : "erscf_2");
    }
}
