// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.report;

import com.eclipsesource.json.JsonObject;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.zfcp4j.dbf.record.Area;
import org.zfcp4j.dbf.record.CodeNames;
import org.zfcp4j.dbf.record.Entry;
import org.zfcp4j.dbf.record.EntryText;
import org.zfcp4j.dbf.record.HbaFields;
import org.zfcp4j.dbf.record.RecFields;
import org.zfcp4j.dbf.record.Tod;
import org.zfcp4j.trace.ChromeTrace;

/**
 * A timeline for a viewer: for each device a track an area, a track for each object that is recovered, on which its actions last from
 * the trigger to their end, and as many tracks of requests as were in flight together.
 */
public final class TimelineReport {
    /** A viewer takes no more. */
    public static final int MOST_RECORDS = 300_000;
    private static final String DEQUEUED = "eractd1";

    private final ChromeTrace trace = new ChromeTrace();
    private final long start;

    private TimelineReport(long start) {
        this.start = start;
    }

    /** Time begins with the first record, or with the first request that one is about. */
    public static ChromeTrace of(List<Judged> all) {
        long start = Long.MAX_VALUE;
        for (Judged judged : all) {
            for (Entry entry : judged.capture().timeline()) {
                start = Math.min(start, isTimed(entry) ? Tod.micros(HbaFields.issued(entry)) : entry.micros());
            }
        }
        TimelineReport report = new TimelineReport(start);
        Map<Path, List<Judged>> folders = Folders.of(all);
        folders.forEach((folder, devices) -> devices.forEach(judged -> report.device(judged,
                folders.size() == 1 ? judged.capture().device() : folder + " " + judged.capture().device())));
        return report.trace;
    }

    private long nanos(long micros) {
        return (micros - start) * 1000;
    }

    private static boolean isTimed(Entry entry) {
        return HbaFields.isResponse(entry) && HbaFields.latency(entry) >= 0;
    }

    private void device(Judged judged, String name) {
        Map<String, String> queued = new HashMap<>();
        for (Entry entry : judged.capture().timeline()) {
            trace.instant(name, entry.area().suffix(), TextReport.printable(entry.tag()), nanos(entry.micros()),
                    new JsonObject().add("text", EntryText.of(entry)));
            if (RecFields.isTrigger(entry) && RecFields.isAction(RecFields.need(entry))) {
                String target = RecFields.target(RecFields.need(entry), entry);
                if (queued.putIfAbsent(target, TextReport.printable(entry.tag())) == null) {
                    trace.begin(name, target, TextReport.printable(entry.tag()), nanos(entry.micros()));
                }
            } else if (RecFields.isRunning(entry) && entry.tag().equals(DEQUEUED)) {
                String target = RecFields.target(RecFields.action(entry), entry);
                String slice = queued.remove(target);
                if (slice != null) {
                    trace.end(name, target, slice, nanos(entry.micros()));
                }
            }
        }
        requests(judged, name);
    }

    /** A track of requests, and when the one on it ends. */
    private record Lane(int number, long until) {
    }

    private void requests(Judged judged, String name) {
        List<Entry> responses = judged.capture().entries(Area.HBA).stream().filter(TimelineReport::isTimed)
                .sorted(Comparator.comparingLong(hba -> Tod.micros(HbaFields.issued(hba)))).toList();
        PriorityQueue<Lane> busy = new PriorityQueue<>(Comparator.comparingLong(Lane::until));
        PriorityQueue<Integer> free = new PriorityQueue<>();
        for (Entry hba : responses) {
            long issued = Tod.micros(HbaFields.issued(hba));
            while (!busy.isEmpty() && busy.peek().until() <= issued) {
                free.add(busy.poll().number());
            }
            int lane = free.isEmpty() ? busy.size() + 1 : free.poll();
            busy.add(new Lane(lane, hba.micros()));
            String track = "requests " + lane;
            String text = CodeNames.command(HbaFields.command(hba)) + ' ' + HbaFields.requestId(hba);
            trace.begin(name, track, text, nanos(issued));
            trace.end(name, track, text, nanos(hba.micros()));
        }
    }
}
