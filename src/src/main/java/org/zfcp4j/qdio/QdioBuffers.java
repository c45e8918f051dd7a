// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import java.util.Arrays;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.layout.Geometry;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.linux.LinuxSource;

/** Allocation of SBALs: as many to a page as fit, unless the {@link Geometry} spreads them. Arrays hold absolute addresses. Process context. */
public final class QdioBuffers {
    private static final int QBUFF_PER_PAGE =
            Geometry.CURRENT.placement() == Geometry.Placement.SPREAD ? 1 : Storage.PAGE_SIZE / QdioBuffer.SIZE;

    private QdioBuffers() {
    }

    /**
     * {@code qdio_alloc_buffers}: fills {@code buf} with the addresses of zeroed SBALs.
     *
     * @return 0, or {@code -ENOMEM} with nothing allocated
     */
    @LinuxSource("qdio_setup.c:qdio_alloc_buffers")
    public static int allocBuffers(Storage storage, long[] buf) {
        for (int pos = 0; pos < buf.length; pos += QBUFF_PER_PAGE) {
            buf[pos] = storage.zalloc(Storage.PAGE_SIZE, Storage.PAGE_SIZE);
            if (buf[pos] == 0) {
                freeBuffers(storage, buf);
                return -Errno.ENOMEM;
            }
        }
        for (int pos = 0; pos < buf.length; pos++) {
            if (pos % QBUFF_PER_PAGE != 0) {
                buf[pos] = buf[pos - 1] + QdioBuffer.SIZE;
            }
        }
        return 0;
    }

    /** {@code qdio_free_buffers}: frees what {@link #allocBuffers} allocated, and clears the array. */
    @LinuxSource("qdio_setup.c:qdio_free_buffers")
    public static void freeBuffers(Storage storage, long[] buf) {
        for (int pos = 0; pos < buf.length; pos += QBUFF_PER_PAGE) {
            storage.free(buf[pos]);
        }
        Arrays.fill(buf, 0);
    }

    /** {@code qdio_reset_buffers}: zeroes all SBALs. */
    @LinuxSource("qdio_setup.c:qdio_reset_buffers")
    public static void resetBuffers(long[] buf) {
        for (long sbal : buf) {
            Memory.zero(sbal, QdioBuffer.SIZE);
        }
    }
}
