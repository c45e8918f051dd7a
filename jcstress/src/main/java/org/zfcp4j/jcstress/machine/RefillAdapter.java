// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.jcstress.machine;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_PER_Q;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_ELEMENTS_PER_BUFFER;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_QDIOUP;

import java.util.List;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.ListHead;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.Mempool;
import org.zfcp4j.kernel.StoragePool;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ModuleParameters;
import org.zfcp4j.zfcp.def.RefillPolicy;
import org.zfcp4j.zfcp.def.Upcalls;
import org.zfcp4j.zfcp.def.ZfcpModule;
import org.zfcp4j.zfcp.fsf.FsfReqs;
import org.zfcp4j.zfcp.level.Levels;
import org.zfcp4j.zfcp.qdio.QdioSetup;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/**
 * An adapter with as much of the driver as posts status read buffers: real queues, pools and request list, and no threads of its
 * own.
 */
public final class RefillAdapter {
    /** More than a test ever misses: no refill that fails triggers recovery. */
    private static final int AGREED = 16;
    private static final ZfcpModule MODULE =
            new ZfcpModule(Machine.kernel(), null, null, (area, level, tod, record, length) -> { }, new ModuleParameters(), null,
                    Levels.linux510(), Upcalls.NONE);
    private static final int LIMIT = 512;
    private static final Pool<Adapter> POOL = new Pool<>(LIMIT, () -> List.of(newAdapter()));

    private final Pool.Lease<Adapter> lease;
    private final Adapter adapter;

    /**
     * An adapter without requests. Any thread.
     *
     * @param missing status read buffers that the channel is to get
     * @param up whether the queues are open; if not, each post fails
     */
    public RefillAdapter(int missing, boolean up) {
        lease = POOL.lend(this);
        adapter = lease.thing();
        // what a state that never ran left behind
        freeRequests();
        adapter.qdio.reqQFree.set(QDIO_MAX_BUFFERS_PER_Q);
        adapter.status.set(up ? ZFCP_STATUS_ADAPTER_QDIOUP : 0);
        adapter.statMiss.set(missing);
    }

    private static Adapter newAdapter() {
        Kernel kernel = Machine.kernel();
        Adapter adapter = new Adapter(MODULE, Machine.device(new QuietSubchannel()), released -> { });
        adapter.reqList = ReqLists.alloc(kernel);
        adapter.pool.statusReadReq = Mempool.create(kernel, "status_read_req", 1, MODULE.fsfReqCache);
        adapter.pool.srData = StoragePool.create(kernel, "sr_data", 1, MODULE.pageCache);
        Machine.must(QdioSetup.setup(adapter));
        adapter.qdio.maxSbalePerSbal = QDIO_MAX_ELEMENTS_PER_BUFFER;
        Machine.activate(adapter.qdio.device, adapter.qdio.resQ, adapter.qdio.reqQ);
        adapter.statReadBufNum = AGREED;
        return adapter;
    }

    /** For another test; once both actors are done. Returns how many buffers had been posted. */
    public int giveBack() {
        int posted = freeRequests();
        lease.end();
        return posted;
    }

    private int freeRequests() {
        ListHead<FsfReq> posted = new ListHead<>();
        ReqLists.move(adapter.reqList, posted);
        int count = 0;
        ListNode<FsfReq> node;
        while ((node = posted.first()) != null) {
            FsfReq req = node.owner();
            node.del();
            adapter.pool.srData.free(req.srb);
            FsfReqs.reqFree(req);
            count++;
        }
        return count;
    }

    /** Posts what is missing. */
    public void refill(RefillPolicy policy) {
        policy.refill(adapter);
    }

    /** {@code stat_miss}. */
    public AtomicInt missing() {
        return adapter.statMiss;
    }
}
