// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.zfcp4j.dbf.read.Capture;
import org.zfcp4j.dbf.record.Area;
import org.zfcp4j.dbf.record.Entry;
import org.zfcp4j.dbf.record.HbaFields;
import org.zfcp4j.dbf.record.RecFields;
import org.zfcp4j.layout.fsf.FsfConstants;

/**
 * Errors of the queues, and whether more status read buffers were posted than agreed: when the queues are closed after the error, the
 * driver dismisses what the channel has, one record each, and rejected ones count.
 */
final class OverPosts {
    private static final Set<String> REQUEST_QUEUE = Set.of("qdireq1", "qdreqt1");
    private static final String RESPONSE_ERROR = "qdires1";
    private static final String NOT_GIVEN_BACK = "qdires2";
    private static final String SINCE_TASKLETS = "qdreqt1";
    private static final String OPENED = "erasox2";
    private static final String FIX = "60a161b7e5b2 (\"scsi: zfcp: fix posting too many status read buffers leading to adapter shutdown\")";

    private final List<Entry> hba;
    /** Opens of the adapter, by the record that follows the initial exchange; null for the time before the first. */
    private final List<Entry> opens = new ArrayList<>(Collections.singletonList(null));
    /** By open, the first error of the queues. */
    private final List<Entry> errors = new ArrayList<>(Collections.singletonList(null));
    /** By open, the status read buffers that were dismissed when it ended. */
    private final List<List<Entry>> dismissed = new ArrayList<>();
    /** By open, the status read buffers that the channel used meanwhile. */
    private final List<List<Entry>> notified = new ArrayList<>();
    private final int agreed;
    private final List<Remark> remarks = new ArrayList<>();

    private OverPosts(Capture capture, int known) {
        hba = capture.entries(Area.HBA);
        for (Entry rec : capture.entries(Area.REC)) {
            int last = opens.size() - 1;
            if (RecFields.isRunning(rec) && rec.tag().equals(OPENED)) {
                opens.add(rec);
                errors.add(null);
            } else if (isQueueError(rec) && errors.get(last) == null) {
                errors.set(last, rec);
            }
        }
        collectBuffers();
        agreed = known != 0 ? known : Math.max(FsfConstants.FSF_STATUS_READS_RECOM, mostWithoutError());
    }

    static List<Remark> of(Capture capture, JudgeOptions options) {
        OverPosts diagnosis = new OverPosts(capture, options.agreedBuffers());
        for (int open = 0; open < diagnosis.opens.size(); open++) {
            if (diagnosis.errors.get(open) != null) {
                diagnosis.judge(open);
            }
        }
        return diagnosis.remarks;
    }

    /** While the queues are closed, responses cannot be given back either; then nothing comes of the trigger. */
    private static boolean isQueueError(Entry entry) {
        return RecFields.isTrigger(entry) && (REQUEST_QUEUE.contains(entry.tag()) || entry.tag().equals(RESPONSE_ERROR)
                || entry.tag().equals(NOT_GIVEN_BACK) && RecFields.isAction(RecFields.need(entry)));
    }

    private void collectBuffers() {
        opens.forEach(open -> {
            dismissed.add(new ArrayList<>());
            notified.add(new ArrayList<>());
        });
        int open = 0;
        for (Entry entry : hba) {
            while (open + 1 < opens.size() && opens.get(open + 1).micros() <= entry.micros()) {
                open++;
            }
            if (HbaFields.isUnsolicited(entry) && entry.tag().equals(HbaFields.DISMISSED_BUFFER)) {
                dismissed.get(open).add(entry);
            } else if (HbaFields.isUnsolicited(entry) && entry.tag().equals(HbaFields.USED_BUFFER)) {
                notified.get(open).add(entry);
            }
        }
    }

    /** A channel that asks for more gets more: then it has as many at each close. Where no error went ahead, they were agreed. */
    private int mostWithoutError() {
        int most = 0;
        for (int open = 0; open < opens.size(); open++) {
            if (errors.get(open) == null) {
                most = Math.max(most, dismissed.get(open).size());
            }
        }
        return most;
    }

    private void judge(int number) {
        Entry error = errors.get(number);
        Entry open = opens.get(number);
        List<Entry> given = dismissed.get(number).stream().filter(entry -> entry.micros() >= error.micros()).toList();
        List<Entry> shown = new ArrayList<>(List.of(error));
        if (!REQUEST_QUEUE.contains(error.tag()) || given.size() <= agreed) {
            remarks.add(Remark.diagnosis("queue-error", "the channel reported an error on the "
                    + (REQUEST_QUEUE.contains(error.tag()) ? "request" : "response") + " queue (" + error.tag() + "); "
                    + given.size() + " status read buffers were with it, " + agreed + " were agreed",
                    "The adapter is shut down or reopened. The number of status read buffers does not explain it.",
                    "See qdio_error, and the messages of the kernel.", List.of(error)));
            return;
        }
        List<Entry> used = open == null ? List.of() : notified.get(number).stream().filter(entry -> entry.micros() <= error.micros()
                && Long.compareUnsigned(HbaFields.requestId(entry), RecFields.requestId(open)) > 0).toList();
        boolean claim = !error.tag().equals(SINCE_TASKLETS) && given.size() - agreed <= used.size();
        if (open != null) {
            shown.add(open);
        }
        shown.addAll(used);
        shown.addAll(given);
        String count = given.size() + " status read buffers were posted, " + agreed + " were agreed (" + error.tag() + ")";
        remarks.add(claim ? Remark.diagnosis("over-post-claim", count,
                "A notification used up a buffer while recovery posted the initial ones; stat_work and the recovery thread both saw it"
                + " missing, and both posted it. The channel refuses one too many, and the adapter is shut down.",
                "Fixed by " + FIX + ". If the kernel has it, then stat_work was under way across the reopen: see over-post-window in"
                + " docs/traces.md.", shown)
                : Remark.diagnosis("over-post-window", count,
                "No notification of this open explains it: a stat_work queued before the reopen was still to run, or had claimed and not yet posted,"
                + " when adapter open set stat_miss. What was used up before the reopen was posted twice.",
                "Open in all kernels up to 7.1.5, also with " + FIX + ": adapter close has to cancel stat_work (docs/refill.md).", shown));
    }
}
