// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import java.util.Arrays;

/**
 * Entries by the time at which they are due, those of the same time in the order of queueing: a binary heap in which each
 * entry knows its place, so that cancelling needs no search and queueing no allocation. Not thread-safe.
 *
 * @param <T> type of the entries
 */
public final class TimedQueue<T extends TimedEntry> {
    private TimedEntry[] heap = new TimedEntry[16];
    private int size;
    private long orders;

    public boolean isEmpty() {
        return size == 0;
    }

    public int size() {
        return size;
    }

    /** When the first entry is due; {@link Long#MAX_VALUE} if there is none. */
    public long firstDue() {
        return size == 0 ? Long.MAX_VALUE : heap[0].due;
    }

    /** The entry that is due first, or null. */
    @SuppressWarnings("unchecked")
    public T first() {
        return size == 0 ? null : (T) heap[0];
    }

    /** Queues an entry that is not queued. */
    public void add(T entry, long due) {
        if (entry.index >= 0) {
            throw new IllegalStateException("entry is queued already");
        }
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        entry.due = due;
        entry.order = orders++;
        siftUp(size++, entry);
    }

    /** Takes an entry out; false if it was not queued. */
    public boolean remove(T entry) {
        int at = entry.index;
        if (at < 0) {
            return false;
        }
        entry.index = -1;
        TimedEntry last = heap[--size];
        heap[size] = null;
        if (last != entry) {
            siftDown(at, last);
            if (heap[at] == last) {
                siftUp(at, last);
            }
        }
        return true;
    }

    /** Takes the first entry out if it is due at {@code now} or before; else null. */
    public T pollDue(long now) {
        T first = first();
        if (first == null || first.due > now) {
            return null;
        }
        remove(first);
        return first;
    }

    private static boolean before(TimedEntry a, TimedEntry b) {
        return a.due < b.due || a.due == b.due && a.order < b.order;
    }

    private void siftUp(int start, TimedEntry entry) {
        int at = start;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!before(entry, heap[parent])) {
                break;
            }
            place(at, heap[parent]);
            at = parent;
        }
        place(at, entry);
    }

    private void siftDown(int start, TimedEntry entry) {
        int at = start;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], entry)) {
                break;
            }
            place(at, heap[child]);
            at = child;
        }
        place(at, entry);
    }

    private void place(int at, TimedEntry entry) {
        heap[at] = entry;
        entry.index = at;
    }
}
