// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.race;

/** What a task knows of the others, and the part of it that fences let take effect. */
final class Knowledge {
    final VectorClock clock = new VectorClock();
    /** What later relaxed stores hand over: the clock at the last fence. */
    VectorClock fenced = new VectorClock();
    /** What relaxed loads have seen, and the next fence takes over. */
    VectorClock seen = new VectorClock();

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
