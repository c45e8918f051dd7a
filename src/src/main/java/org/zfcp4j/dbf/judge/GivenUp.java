// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.judge;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zfcp4j.dbf.read.Capture;
import org.zfcp4j.dbf.record.Area;
import org.zfcp4j.dbf.record.Entry;
import org.zfcp4j.dbf.record.RecFields;

/** Recovery that has failed too often: the object gets ERP_FAILED, and further triggers are refused. */
final class GivenUp {
    /** {@code ZFCP_MAX_ERPS}: failures that are followed by another attempt. */
    private static final int MAX_ERPS = 3;

    private GivenUp() {
    }

    static List<Remark> of(Capture capture) {
        Map<String, List<Entry>> givenUp = new LinkedHashMap<>();
        Map<String, List<Entry>> attempts = new LinkedHashMap<>();
        for (Entry rec : capture.entries(Area.REC)) {
            if (!RecFields.isRunning(rec) || !rec.tag().equals(ActionOrder.DEQUEUED) || !RecFields.isAction(RecFields.action(rec))) {
                continue;
            }
            String target = RecFields.target(RecFields.action(rec), rec);
            List<Entry> failed = attempts.computeIfAbsent(target, t -> new ArrayList<>());
            if (RecFields.count(rec) == 0) {
                failed.clear();
            } else {
                failed.add(rec);
            }
            if (RecFields.count(rec) > MAX_ERPS && (status(rec) & ZFCP_STATUS_COMMON_ERP_FAILED) != 0) {
                givenUp.put(target, List.copyOf(failed));
            }
        }
        List<Remark> remarks = new ArrayList<>();
        givenUp.forEach((target, failed) -> remarks.add(Remark.diagnosis("gives-up", "recovery of the " + target + " has failed "
                + RecFields.count(failed.get(failed.size() - 1)) + " times in a row, and is given up",
                "It stays ERP_FAILED: I/O to it fails, further recovery is refused (need 0xe0), until the link comes up, an RSCN or the"
                + " user resets it.",
                "The records of the channel between the attempts say why they failed. To try again: echo 0 > the attribute \"failed\" of"
                + " the device, port or LUN.", failed)));
        return remarks;
    }

    private static int status(Entry rec) {
        return switch (RecFields.action(rec)) {
            case ZFCP_ERP_ACTION_REOPEN_ADAPTER -> RecFields.adapterStatus(rec);
            case ZFCP_ERP_ACTION_REOPEN_LUN -> RecFields.lunStatus(rec);
            default -> RecFields.portStatus(rec);
        };
    }
}
