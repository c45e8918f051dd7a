// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.debug.DebugArea;

/** Keeps all trace records of a run, in the order in which they were made. Any thread. */
public final class TraceLog implements DebugArea.Sink {
    private final Kernel kernel;
    private final Consumer<TraceRecord> listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<TraceRecord> records = new ArrayList<>();

    /** @param listener called for each record, in the traced context */
    public TraceLog(Kernel kernel, Consumer<TraceRecord> listener) {
        this.kernel = kernel;
        this.listener = listener;
    }

    @Override
    public void event(DebugArea area, int level, long tod, byte[] record, int length) {
        byte[] copy = java.util.Arrays.copyOf(record, length);
        TraceRecord entry = new TraceRecord(area.name(), area.recordSize(), level, tod - Kernel.TOD_UNIX_EPOCH >>> 12, kernel.contextName(), copy);
        lock.lock();
        try {
            records.add(entry);
        } finally {
            lock.unlock();
        }
        listener.accept(entry);
    }

    /** How many records have a property. */
    public long count(Predicate<TraceRecord> property) {
        lock.lock();
        try {
            return records.stream().filter(property).count();
        } finally {
            lock.unlock();
        }
    }

    /** A copy of what there is. */
    public List<TraceRecord> records() {
        lock.lock();
        try {
            return List.copyOf(records);
        } finally {
            lock.unlock();
        }
    }
}
