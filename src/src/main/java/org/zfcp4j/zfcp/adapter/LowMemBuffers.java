// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.adapter;

import static org.zfcp4j.layout.fsf.FsfConstants.FSF_STATUS_READS_RECOM;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.Mempool;
import org.zfcp4j.kernel.StoragePool;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.AdapterMempool;
import org.zfcp4j.zfcp.def.ZfcpModule;

/** {@code zfcp_aux.c}: the reserves that let an adapter recover, and abort commands, when there is no free memory. */
final class LowMemBuffers {
    private LowMemBuffers() {
    }

    /**
     * {@code zfcp_allocate_low_mem_buffers}. Process context.
     *
     * @return 0, or {@code -ENOMEM}; then some pools may exist and the rest are null
     */
    @LinuxSource("zfcp_aux.c:zfcp_allocate_low_mem_buffers")
    static int allocateLowMemBuffers(Adapter adapter) {
        ZfcpModule module = adapter.module;
        Kernel kernel = module.kernel;
        AdapterMempool pool = adapter.pool;

        pool.erpReq = Mempool.create(kernel, "erp_req", 1, module.fsfReqCache);
        if (pool.erpReq == null) {
            return -Errno.ENOMEM;
        }
        pool.gidPnReq = Mempool.create(kernel, "gid_pn_req", 1, module.fsfReqCache);
        if (pool.gidPnReq == null) {
            return -Errno.ENOMEM;
        }
        pool.scsiReq = Mempool.create(kernel, "scsi_req", 1, module.fsfReqCache);
        if (pool.scsiReq == null) {
            return -Errno.ENOMEM;
        }
        pool.scsiAbort = Mempool.create(kernel, "scsi_abort", 1, module.fsfReqCache);
        if (pool.scsiAbort == null) {
            return -Errno.ENOMEM;
        }
        pool.statusReadReq = Mempool.create(kernel, "status_read_req", FSF_STATUS_READS_RECOM, module.fsfReqCache);
        if (pool.statusReadReq == null) {
            return -Errno.ENOMEM;
        }
        pool.qtcbPool = StoragePool.create(kernel, "qtcb_pool", 4, module.qtcbCache);
        if (pool.qtcbPool == null) {
            return -Errno.ENOMEM;
        }
        pool.srData = StoragePool.create(kernel, "sr_data", FSF_STATUS_READS_RECOM, module.pageCache);
        if (pool.srData == null) {
            return -Errno.ENOMEM;
        }
        pool.gidPn = StoragePool.create(kernel, "gid_pn", 1, module.fcPayloadCache);
        if (pool.gidPn == null) {
            return -Errno.ENOMEM;
        }
        return 0;
    }

    /** {@code zfcp_free_low_mem_buffers}: all of them; C forgets {@code gid_pn_req}, which leaks there. Any context. */
    @LinuxSource("zfcp_aux.c:zfcp_free_low_mem_buffers")
    static void freeLowMemBuffers(Adapter adapter) {
        AdapterMempool pool = adapter.pool;
        destroy(pool.erpReq);
        destroy(pool.gidPnReq);
        destroy(pool.scsiReq);
        destroy(pool.scsiAbort);
        destroy(pool.qtcbPool);
        destroy(pool.statusReadReq);
        destroy(pool.srData);
        destroy(pool.gidPn);
    }

    private static void destroy(Mempool<?> pool) {
        if (pool != null) {
            pool.destroy();
        }
    }

    private static void destroy(StoragePool pool) {
        if (pool != null) {
            pool.destroy();
        }
    }
}
