// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_PER_Q;

import org.zfcp4j.kernel.Storage;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.qdio.Sl;
import org.zfcp4j.layout.qdio.SlElement;
import org.zfcp4j.layout.qdio.Slib;
import org.zfcp4j.layout.qdio.Slsb;
import org.zfcp4j.linux.LinuxSource;

/**
 * The blocks in main storage that describe one queue to the channel; absolute addresses.
 *
 * @param slib storage list information block; first half of a page
 * @param sl storage list, in the second half of that page
 * @param slsb storage list state block
 */
record QdioQueueMemory(long slib, long sl, long slsb) {
    /** A page, unless an experiment has more SBALs than half of it can list. */
    private static final int LISTS_SIZE = Storage.PAGE_SIZE / 2 + Math.max(Storage.PAGE_SIZE / 2, Sl.SIZE);

    /** {@code __qdio_allocate_qs}: allocates the blocks of a queue; null when memory is exhausted. */
    @LinuxSource("qdio_setup.c:__qdio_allocate_qs")
    static QdioQueueMemory allocate(Storage storage) {
        long page = storage.alloc(LISTS_SIZE, Storage.PAGE_SIZE);
        if (page == 0) {
            return null;
        }
        long slsb = storage.zalloc(Slsb.SIZE, Slsb.LAYOUT.byteAlignment());
        if (slsb == 0) {
            storage.free(page);
            return null;
        }
        return new QdioQueueMemory(page, page + Storage.PAGE_SIZE / 2, slsb);
    }

    /** {@code __qdio_free_queues}: the channel must have forgotten the queue. */
    @LinuxSource("qdio_setup.c:__qdio_free_queues")
    void free(Storage storage) {
        storage.free(slsb);
        storage.free(slib);
    }

    /** Clears everything, as establishing demands. */
    void clear() {
        Memory.zero(slib, LISTS_SIZE);
        Memory.zero(slsb, Slsb.SIZE);
    }

    /**
     * {@code setup_storage_lists}: links the blocks with each other and with the SBALs.
     *
     * @param previous blocks of the queue with the next lower number of the same direction, or null
     * @param sbals absolute addresses of all SBALs
     */
    @LinuxSource("qdio_setup.c:setup_storage_lists")
    void setupStorageLists(QdioQueueMemory previous, long[] sbals) {
        if (previous != null) {
            Slib.NSLIBA.set(previous.slib, slib);
        }
        Slib.SLA.set(slib, sl);
        Slib.SLSBA.set(slib, slsb);
        for (int i = 0; i < QDIO_MAX_BUFFERS_PER_Q; i++) {
            SlElement.SBAL.set(Sl.ELEMENT.at(sl, i), sbals[i]);
        }
    }
}
