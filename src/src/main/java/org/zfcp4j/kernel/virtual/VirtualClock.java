// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import org.zfcp4j.kernel.TimedQueue;

/** Virtual time, which passes only when it is told to, and the events that are due at some time. Of the current task. */
final class VirtualClock {
    private static final long NANOS_PER_JIFFY = 1_000_000;

    private final TimedQueue<Event> events = new TimedQueue<>();
    private long now;
    private boolean firing;

    /** Nanoseconds since the start. */
    long now() {
        return now;
    }

    long jiffies() {
        return now / NANOS_PER_JIFFY;
    }

    boolean hasEvents() {
        return !events.isEmpty();
    }

    /** The next event; null if there is none. */
    Event first() {
        return events.first();
    }

    long firstDue() {
        return events.firstDue();
    }

    void schedule(Event event, long due) {
        events.add(event, due);
    }

    boolean cancel(Event event) {
        return events.remove(event);
    }

    /** On to the next event. */
    void advance() {
        now = Math.max(now, events.firstDue());
        fireDue();
    }

    /** An event makes a task runnable: those that are due after it come after it, not within. */
    void fireDue() {
        if (firing) {
            return;
        }
        firing = true;
        Event event;
        while ((event = events.pollDue(now)) != null) {
            event.fire();
        }
        firing = false;
    }
}
