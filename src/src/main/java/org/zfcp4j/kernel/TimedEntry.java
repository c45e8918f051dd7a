// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

/** Something that becomes due at a point in time: an entry of one {@link TimedQueue}. */
public abstract class TimedEntry {
    long due;
    long order;
    /** Position in the heap; looked at without the queue's lock, so volatile. */
    volatile int index = -1;

    /** When the entry is due, in the unit of its queue; meaningless while it is not queued. */
    public final long due() {
        return due;
    }

    /** True while the entry is in a queue. */
    public final boolean isQueued() {
        return index >= 0;
    }
}
