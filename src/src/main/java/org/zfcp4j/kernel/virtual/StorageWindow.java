// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.layout.StoragePages;

/** A piece of native memory that serves as main storage of one kernel after the other, so that a kernel costs no allocation. */
final class StorageWindow {
    private static final int KEPT = 4;
    private static final ConcurrentLinkedQueue<StorageWindow> SPARE = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger SPARES = new AtomicInteger();

    final MemorySegment segment;
    final long base;
    final long size;

    private StorageWindow(long size) {
        // freed when the window is given up: nothing but the kernel it belongs to refers to it
        this.segment = StoragePages.allocate(Arena.ofAuto(), size, Storage.PAGE_SIZE);
        this.base = segment.address();
        this.size = size;
    }

    static StorageWindow take(long size) {
        StorageWindow spare = SPARE.poll();
        if (spare != null) {
            SPARES.decrementAndGet();
            if (spare.size == size) {
                return spare;
            }
        }
        return new StorageWindow(size);
    }

    void giveBack() {
        if (SPARES.incrementAndGet() <= KEPT) {
            SPARE.add(this);
        } else {
            SPARES.decrementAndGet();
        }
    }
}
