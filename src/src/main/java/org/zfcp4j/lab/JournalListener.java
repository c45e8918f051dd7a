// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import org.zfcp4j.trace.TraceRecord;

/** Sees the events of a world when they happen, in the context that caused them. It may read the world, and must not change it. */
public interface JournalListener {
    /** Sees nothing. */
    JournalListener NONE = (event, record) -> { };

    /** The world is wired and has not started. */
    default void started(World world) {
    }

    /** @param record what the driver traced, where that is the event; else null */
    void happened(Event event, TraceRecord record);
}
