// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zfcp4j.dbf.read.Capture;
import org.zfcp4j.dbf.record.Area;
import org.zfcp4j.dbf.record.Entry;
import org.zfcp4j.dbf.record.HbaFields;
import org.zfcp4j.dbf.record.RecFields;
import org.zfcp4j.dbf.record.Tod;
import org.zfcp4j.layout.fsf.FsfConstants;

/** Links that flap: that of the device, or those of remote ports while that of the device stays up. */
final class Flaps {
    private static final int MANY = 3;
    private static final long WITHIN_MICROS = 600L * 1_000_000;
    /** By so much, a port may be blocked before or after the link of the device went down. */
    private static final long SLACK_MICROS = 1_000_000;

    private Flaps() {
    }

    static List<Remark> of(Capture capture) {
        List<Remark> remarks = new ArrayList<>();
        List<Entry> downs = capture.entries(Area.HBA).stream()
                .filter(hba -> HbaFields.isNotification(hba, FsfConstants.FSF_STATUS_READ_LINK_DOWN)).toList();
        List<Entry> often = mostWithin(downs);
        if (often.size() >= MANY) {
            remarks.add(Remark.diagnosis("link-flaps", "the local link went down " + often.size() + " times within "
                    + Tod.seconds(span(often)), "Each time all requests are lost and the adapter is recovered.",
                    "Look at cable, transceiver and switch port. Kernels without the fix of over-posts may shut the adapter down at such a"
                    + " flap: see over-post-claim and over-post-window.", often));
        } else if (!downs.isEmpty()) {
            remarks.add(Remark.note("link-down", capture.device(), "the local link went down " + downs.size()
                    + (downs.size() == 1 ? " time" : " times") + ", last at " + Tod.text(downs.get(downs.size() - 1).micros())));
        }
        remotePorts(capture, downs, remarks);
        return remarks;
    }

    private static void remotePorts(Capture capture, List<Entry> downs, List<Remark> remarks) {
        Map<Long, List<Entry>> gone = new LinkedHashMap<>();
        for (Entry rec : capture.entries(Area.REC)) {
            if (RecFields.isTrigger(rec) && rec.tag().equals("scpdely")) {
                gone.computeIfAbsent(RecFields.wwpn(rec), w -> new ArrayList<>()).add(rec);
            }
        }
        gone.forEach((wwpn, deleted) -> {
            List<Entry> often = mostWithin(deleted);
            if (often.size() >= MANY && often.size() - downsWithin(downs, often) >= MANY) {
                remarks.add(Remark.diagnosis("port-flaps", String.format("remote port 0x%016x was blocked %d times within %s", wwpn,
                        often.size(), Tod.seconds(span(often))), "Its paths fail each time, while the local link stays up.",
                        "The triggers of recovery before these records say why: RSCNs (fcrscn1), logouts (fciwwp1, fssrpc1), link tests that"
                        + " failed (fcadh_1, fcltwk1).", often));
            }
        });
    }

    private static int downsWithin(List<Entry> downs, List<Entry> often) {
        return before(downs, often.get(often.size() - 1).micros() + SLACK_MICROS) - before(downs, often.get(0).micros() - SLACK_MICROS);
    }

    /** How many are earlier than that. */
    private static int before(List<Entry> entries, long micros) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).micros() < micros) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static long span(List<Entry> entries) {
        return entries.get(entries.size() - 1).micros() - entries.get(0).micros();
    }

    /** The most that lie within the time. */
    private static List<Entry> mostWithin(List<Entry> entries) {
        List<Entry> most = List.of();
        int first = 0;
        for (int last = 0; last < entries.size(); last++) {
            while (entries.get(last).micros() - entries.get(first).micros() > WITHIN_MICROS) {
                first++;
            }
            if (last + 1 - first > most.size()) {
                most = entries.subList(first, last + 1);
            }
        }
        return most;
    }
}
