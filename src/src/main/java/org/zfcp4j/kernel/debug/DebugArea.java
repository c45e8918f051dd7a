// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.debug;

/**
 * One s390 debug feature area ({@code debug_info_t}): a ring of records with a level. {@link #event} copies the record;
 * with a level above {@link #level} it does nothing. Any context; the caller serialises, as zfcp does with its own lock.
 */
public final class DebugArea {
    /** Sees each record that is kept. */
    public interface Sink {
        /**
         * @param tod TOD clock at the time of the event
         * @param record the bytes, valid during the call only
         */
        void event(DebugArea area, int level, long tod, byte[] record, int length);
    }

    private final String name;
    private final int recordSize;
    private final Sink sink;
    private volatile int level;

    /** {@code debug_register}. */
    public DebugArea(String name, int recordSize, int level, Sink sink) {
        this.name = name;
        this.recordSize = recordSize;
        this.level = level;
        this.sink = sink;
    }

    public String name() {
        return name;
    }

    public int recordSize() {
        return recordSize;
    }

    public int level() {
        return level;
    }

    /** {@code debug_set_level}: 0 to 6. */
    public void setLevel(int newLevel) {
        level = newLevel;
    }

    /** {@code debug_level_enabled}. */
    public boolean levelEnabled(int wanted) {
        return wanted <= level;
    }

    /** {@code debug_event}. */
    public void event(int eventLevel, long tod, byte[] record, int length) {
        if (levelEnabled(eventLevel)) {
            sink.event(this, eventLevel, tod, record, Math.min(length, recordSize));
        }
    }
}
