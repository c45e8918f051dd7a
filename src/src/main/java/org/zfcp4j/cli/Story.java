// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_ERP_ACTION_REOPEN_ADAPTER;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_OPEN;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_UNBLOCKED;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.zfcp4j.lab.Event;
import org.zfcp4j.lab.Event.Kind;
import org.zfcp4j.lab.EventText;
import org.zfcp4j.lab.Journal;
import org.zfcp4j.lab.Lane;

/**
 * Summarises what happened to one device: recovery, status read buffers and what delays them. Runs of equal steps become one line.
 */
final class Story {
    private static final int ERP = 0;
    private static final int WORK = 1;
    private static final int CHANNEL = 2;
    private static final long LONG_SLEEP_MILLIS = 1000;
    private static final String EXCHANGE = "exchange ";
    private static final Set<String> TOLD_WORK = Set.of("stat_work", "scan_work");

    private final String device;
    private final int limit;
    private final List<Row> rows = new ArrayList<>();
    private final SrbCount srbs = new SrbCount();
    /** Claims and posts of one context that were not printed yet; null if there are none. */
    private Refill refill;
    /** By column: buffers posted and not counted yet. */
    private final int[] uncounted = new int[CHANNEL + 1];
    private boolean told;
    /** The last line about a notification, of which status, and how many it covers. */
    private Row notifiedRow;
    private String notifiedBy = "";
    private int notified;
    /** What the work queue runs, and a blank; or nothing. */
    private String work = "";

    private Story(String device, int limit) {
        this.device = device;
        this.limit = limit;
    }

    /**
     * The lines for {@code device}, from event number {@code from} to the removal of the devices.
     *
     * @param limit status read buffers that the channel takes
     */
    static List<Row> of(List<Event> events, String device, int from, int limit) {
        Story story = new Story(device, limit);
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            if (event.name().equals(Journal.REMOVAL)) {
                break;
            }
            story.told = i >= from;
            if (event.device().equals(device) || event.device().isEmpty()) {
                story.see(event);
            }
        }
        story.tellRefill();
        return story.rows;
    }

    private void see(Event event) {
        srbs.see(event);
        if (!told) {
            if (event.kind() == Kind.WORK_START) {
                work = event.name() + " ";
            }
            return;
        }
        switch (event.kind()) {
            case POST, STAT_MISS -> seeRefill(event);
            case STATUS -> seeStatus(event);
            case TRIGGER -> {
                if (event.a() == ZFCP_ERP_ACTION_REOPEN_ADAPTER || event.name().startsWith("fcegpf")) {
                    tell(event, EventText.of(event), event.name().startsWith("qdireq"));
                }
            }
            case WORK_QUEUED -> {
                if (event.name().equals("stat_work")) {
                    append(event, event.b() == 0 ? ", stat_work is pending" : ", stat_work queued");
                }
            }
            case WORK_START, WORK_END -> {
                work = event.kind() == Kind.WORK_START ? event.name() + " " : "";
                if (TOLD_WORK.contains(event.name()) && !(event.kind() == Kind.WORK_END && event.name().equals("stat_work"))) {
                    tell(event, EventText.of(event), false);
                }
            }
            case SLEEP -> {
                if (event.a() >= LONG_SLEEP_MILLIS && column(event) != CHANNEL) {
                    tell(event, (column(event) == WORK ? work : "") + EventText.of(event), false);
                }
            }
            case QDIO -> tell(event, qdio(event), false);
            case QDIO_ERROR -> tell(event, "QDIO_ERROR_SLSB_STATE at SBAL " + event.a(), true);
            case REFUSED -> append(event, ", refused: errno " + -event.b());
            case FETCH -> {
                String why = event.name().contains("too many") ? "one SRB too many"
                        : event.name().contains("before") ? "SRB before config data" : "";
                if (!why.isEmpty()) {
                    tell(event, "SLSB[" + event.a() + "] -> ERROR 0x" + Long.toHexString(event.b()) + ": " + why, true);
                }
            }
            case FINISH -> {
                if (event.name().startsWith(EXCHANGE)) {
                    tell(event, EventText.of(event).substring(EXCHANGE.length()), false);
                }
            }
            case NOTIFY -> seeNotification(event);
            case LOST, ACTION -> tell(event, EventText.of(event), false);
            default -> {
            }
        }
    }

    private static int column(Event event) {
        return event.lane() == Lane.ERP ? ERP : event.lane() == Lane.WORK ? WORK : CHANNEL;
    }

    private static String qdio(Event event) {
        String what = switch (event.name()) {
            case "shutdown" -> "closes the queues";
            case "activate" -> "opens the queues";
            default -> "establishes the queues";
        };
        return event.a() == 0 ? what : what + ": errno " + -event.a();
    }

    private void seeRefill(Event event) {
        boolean isClaim = event.kind() == Kind.STAT_MISS && event.b() == event.a() - 1;
        if (event.kind() == Kind.STAT_MISS && !isClaim) {
            boolean set = event.lane() == Lane.ERP && event.b() != event.a() + 1;
            tell(event, (set ? "sets stat_miss " : column(event) == CHANNEL ? "SRB back: stat_miss " : "gives back: stat_miss ")
                    + event.b(), false);
            if (set) {
                uncounted[ERP] = 0;
            }
            return;
        }
        if (refill == null || refill.column() != column(event)) {
            tellRefill();
            refill = new Refill(event.micros(), column(event));
        }
        refill.add(event, srbs.count());
    }

    private void tellRefill() {
        if (refill != null) {
            int column = refill.column();
            rows.add(new Row(refill.micros(), column, refill.text(limit, uncounted[column]), refill.exceeds(limit)));
            uncounted[column] += refill.balance();
            refill = null;
        }
    }

    private void seeNotification(Event event) {
        int last = rows.size() - 1;
        notified = event.name().equals(notifiedBy) && last >= 0 && rows.get(last) == notifiedRow && refill == null
                && notifiedRow.micros() == event.micros() ? notified + 1 : 1;
        notifiedBy = event.name();
        if (notified > 1) {
            rows.remove(last);
        }
        tell(event, event.name() + (notified > 1 ? " " + notified + " times, " : " uses an SRB, ") + event.a() + " left", false);
        notifiedRow = rows.get(rows.size() - 1);
    }

    private void seeStatus(Event event) {
        long set = event.b() & ~event.a();
        if ((set & ZFCP_STATUS_COMMON_UNBLOCKED) != 0) {
            tell(event, String.format("adapter up, status 0x%08x", event.b() & 0xffffffffL), false);
        } else if ((set & ZFCP_STATUS_COMMON_ERP_FAILED) != 0) {
            tell(event, String.format("ERP_FAILED, status 0x%08x", event.b() & 0xffffffffL), false);
        } else if ((event.a() & ~event.b() & ZFCP_STATUS_COMMON_OPEN) != 0
                && (event.b() & ZFCP_STATUS_COMMON_ERP_FAILED) != 0) {
            tell(event, String.format("adapter down, status 0x%08x", event.b() & 0xffffffffL), true);
        }
    }

    private void tell(Event event, String text, boolean decisive) {
        tellRefill();
        rows.add(new Row(event.micros(), column(event), text, decisive));
    }

    /** Goes on with the line before, if that is of the same column and time. */
    private void append(Event event, String text) {
        tellRefill();
        int last = rows.size() - 1;
        if (last >= 0 && rows.get(last).column() == column(event) && rows.get(last).micros() == event.micros()) {
            Row row = rows.get(last);
            rows.set(last, new Row(row.micros(), row.column(), row.text() + text, row.decisive()));
        } else {
            rows.add(new Row(event.micros(), column(event), text.substring(2), false));
        }
    }
}
