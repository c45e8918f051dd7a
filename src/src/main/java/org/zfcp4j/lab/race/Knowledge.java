// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.race;

/** What a task knows of the others, and the part of it that fences let take effect. */
final class Knowledge {
    /** Of the task in vector clocks. */
    final int place;
    final VectorClock clock = new VectorClock();
    /** What later relaxed stores hand over: the clock at the last fence. */
    VectorClock fenced = new VectorClock();
    /** What relaxed loads have seen, and the next fence takes over. */
    VectorClock seen = new VectorClock();

    Knowledge(int place) {
        this.place = place;
    }

    /** The task's own time. */
    int now() {
        return clock.get(place);
    }

    /** What the task does from now on is not what others have heard of. */
    void tick() {
        clock.tick(place);
    }

    /** What was seen becomes known. */
    void acquireFence() {
        clock.join(seen);
        seen = new VectorClock();
    }

    /** What is known is handed over by relaxed stores from now on. */
    void releaseFence() {
        fenced = new VectorClock(clock);
    }
}
