// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zfcp4j.dbf.read.Capture;

/** Judges the traces of a device. */
public final class Judge {
    private static final int MOST_OF_A_KIND = 20;

    private Judge() {
    }

    /** All remarks: lost records, impossible records, diagnoses. */
    public static List<Remark> judge(Capture capture, JudgeOptions options) {
        List<Remark> remarks = new ArrayList<>(LostRecords.of(capture));
        remarks.addAll(RecordForms.of(capture));
        remarks.addAll(StatusBits.of(capture));
        remarks.addAll(ActionOrder.of(capture));
        remarks.addAll(RequestOrder.of(capture));
        remarks.addAll(OverPosts.of(capture, options));
        remarks.addAll(Starvation.of(capture));
        remarks.addAll(GivenUp.of(capture));
        remarks.addAll(SlowRequests.of(capture, options));
        remarks.addAll(Flaps.of(capture));
        return bounded(remarks, capture.device());
    }

    /** Limits the remarks about a damaged file. */
    private static List<Remark> bounded(List<Remark> remarks, String device) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        List<Remark> kept = new ArrayList<>();
        for (Remark remark : remarks) {
            if (seen.merge(remark.kind(), 1, Integer::sum) <= MOST_OF_A_KIND) {
                kept.add(remark);
            }
        }
        seen.forEach((kind, count) -> {
            if (count > MOST_OF_A_KIND) {
                kept.add(Remark.note("more", device, (count - MOST_OF_A_KIND) + " more of " + kind));
            }
        });
        return kept;
    }
}
