// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_PER_Q;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.layout.qdio.QdioSsqdDesc;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.qdio.QdioBuffers;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ZfcpQdio;

/** Memory of an adapter's queues: allocated when the adapter is enqueued, freed when it is released. Process context. */
public final class QdioSetup {
    private QdioSetup() {
    }

    /** {@code zfcp_qdio_allocate}: SBALs of both queues, and the memory of the QDIO layer; 0 or a negative errno. */
    @LinuxSource("zfcp_qdio.c:zfcp_qdio_allocate")
    private static int allocate(ZfcpQdio qdio) {
        Storage storage = qdio.adapter.module.kernel.storage();
        qdio.reqQ = new long[QDIO_MAX_BUFFERS_PER_Q];
        qdio.resQ = new long[QDIO_MAX_BUFFERS_PER_Q];
        qdio.device = qdio.scan.device(qdio.adapter.ccwDevice);
        qdio.ssqd = storage.zalloc(QdioSsqdDesc.SIZE, QdioSsqdDesc.LAYOUT.byteAlignment());
        if (qdio.ssqd == 0) {
            return -Errno.ENOMEM;
        }
        if (QdioBuffers.allocBuffers(storage, qdio.reqQ) != 0) {
            freeMemory(qdio);
            return -Errno.ENOMEM;
        }
        if (QdioBuffers.allocBuffers(storage, qdio.resQ) != 0) {
            freeMemory(qdio);
            return -Errno.ENOMEM;
        }
        int ret = qdio.device.allocate(1, 1);
        if (ret != 0) {
            freeMemory(qdio);
        }
        return ret;
    }

    /** An array that was not allocated holds zeroes, and freeing those has no effect. */
    private static void freeMemory(ZfcpQdio qdio) {
        Storage storage = qdio.adapter.module.kernel.storage();
        QdioBuffers.freeBuffers(storage, qdio.reqQ);
        QdioBuffers.freeBuffers(storage, qdio.resQ);
        storage.free(qdio.ssqd);
    }

    /** {@code zfcp_qdio_destroy}: frees all that {@link #setup} allocated; null is allowed. */
    @LinuxSource("zfcp_qdio.c:zfcp_qdio_destroy")
    public static void destroy(ZfcpQdio qdio) {
        if (qdio == null) {
            return;
        }
        qdio.scan.destroy(qdio);
        qdio.device.free();
        freeMemory(qdio);
    }

    /** {@code zfcp_qdio_setup}: gives the adapter its queues, still down; 0 or {@code -ENOMEM}. */
    @LinuxSource("zfcp_qdio.c:zfcp_qdio_setup")
    public static int setup(Adapter adapter) {
        if (!adapter.module.kernel.mayAllocate("zfcp_qdio")) {
            return -Errno.ENOMEM;
        }
        ZfcpQdio qdio = new ZfcpQdio(adapter);
        qdio.sbalCheck = () -> QdioSend.sbalCheck(qdio);

        if (allocate(qdio) != 0) {
            return -Errno.ENOMEM;
        }
        qdio.scan.setup(qdio);
        adapter.qdio = qdio;
        return 0;
    }
}
