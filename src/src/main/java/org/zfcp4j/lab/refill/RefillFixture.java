// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_ERP_PENDING;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_XCONFIG_OK;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_UNBLOCKED;

import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.KThread;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.Mempool;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.QdioTiming;
import org.zfcp4j.zfcp.adapter.refill.StatusReadRefill;
import org.zfcp4j.zfcp.dbf.DbfAdapter;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ModuleParameters;
import org.zfcp4j.zfcp.def.ReqList;
import org.zfcp4j.zfcp.def.ZfcpModule;
import org.zfcp4j.zfcp.erp.ErpWait;
import org.zfcp4j.zfcp.fsf.FsfCompletion;
import org.zfcp4j.zfcp.qdio.QdioConnection;
import org.zfcp4j.zfcp.qdio.QdioSetup;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/**
 * An adapter in the middle of the initial refill: real queues, real request list, real work queue, the port's own code for all that
 * moves. In place of a bring-up its fields are set; in place of the ERP thread's loop, its thread runs the two calls with
 * which adapter open ends. Built outside of a run; nothing of it blocks there.
 */
public final class RefillFixture implements RefillWorld {
    /** Pools keep a reserve of one: that many do not matter while memory is plentiful. */
    private static final int RESERVE = 1;
    private static final String BUS_ID = "0.0.1900";

    private final VirtualKernel kernel;
    private final RefillCase refill;
    private final RefillChannel channel;
    private final Adapter adapter;
    private boolean opened;

    public RefillFixture(VirtualKernel kernel, RefillCase refill, DebugArea.Sink traces) {
        this.kernel = kernel;
        this.refill = refill;
        this.channel = new RefillChannel(kernel, refill.limit(), refill.notifications(), new ConfigAnswers(refill.srbs()));
        this.adapter = adapter(traces);
        RefillDigests.describe(kernel, adapter);
        openQueues();
        startTasks();
    }

    private Adapter adapter(DebugArea.Sink traces) {
        ModuleParameters parameters = new ModuleParameters();
        ZfcpModule module = new ZfcpModule(kernel, null, null, traces, parameters, refill.policy());
        module.reqidCheck = FsfCompletion::reqidCheck;
        CcwDevice cdev = new CcwDevice(kernel, new Device(kernel, BUS_ID, null, null, dev -> { }), channel, null);
        cdev.setTiming(QdioTiming.NONE);
        Adapter made = new Adapter(module, cdev, a -> { }, new Adapter.WorkFunctions(StatusReadRefill::statusReadScheduler,
                RefillFixture::waitAsScanDoes, work -> { }, work -> { }));
        made.reqList = ReqLists.alloc(kernel);
        made.pool.statusReadReq = Mempool.create(kernel, "status_read_req", RESERVE, module.fsfReqCache);
        made.pool.srData = Mempool.create(kernel, "sr_data", RESERVE, module.pageCache);
        made.workQueue = kernel.orderedWorkQueue("zfcp_q_" + BUS_ID);
        if (DbfAdapter.adapterRegister(made) != 0 || QdioSetup.setup(made) != 0) {
            throw new IllegalStateException("the storage of the virtual kernel is too small for an adapter");
        }
        return made;
    }

    /** What is left of a port scan whose answer has come: it waits for the recovery of the ports that it has found. */
    private static void waitAsScanDoes(Work work) {
        ErpWait.wait((Adapter) work.owner());
    }

    private void openQueues() {
        if (QdioConnection.open(adapter.qdio) != 0) {
            throw new IllegalStateException("the queues do not open");
        }
        adapter.statReadBufNum = refill.srbs();
        adapter.status.or(ZFCP_STATUS_COMMON_RUNNING | ZFCP_STATUS_COMMON_UNBLOCKED | ZFCP_STATUS_ADAPTER_XCONFIG_OK
                | ZFCP_STATUS_ADAPTER_ERP_PENDING);
    }

    private void startTasks() {
        if (refill.start() == RefillStart.RACE_WITH_SCAN) {
            adapter.workQueue.queue(adapter.scanWork);
        }
        adapter.erpThread = kernel.kthreadRun("zfcperp" + BUS_ID, this::recover);
    }

    /** The end of adapter open, and of recovery when no other action waits. */
    private void recover(KThread self) {
        if (refill.start() == RefillStart.RACE_WITH_SCAN) {
            // The recovery of before, which the scan has seen end: tells who it is that such a waiter waits for.
            adapter.erpDoneWqh.wakeUp();
        }
        adapter.statMiss.set(adapter.statReadBufNum);
        opened = StatusReadRefill.initialRefill(adapter) == 0;
        if (refill.start() == RefillStart.RACE_WITH_SCAN) {
            adapter.status.andnot(ZFCP_STATUS_ADAPTER_ERP_PENDING);
            adapter.erpDoneWqh.wakeUp();
        }
    }

    @Override
    public Adapter adapter() {
        return adapter;
    }

    @Override
    public RefillChannel channel() {
        return channel;
    }

    @Override
    public RefillCase refillCase() {
        return refill;
    }

    @Override
    public boolean adapterUp() {
        return opened;
    }

    /** Status read buffers on the request list. */
    static int onRequestList(ReqList list) {
        int count = 0;
        for (var bucket : list.buckets) {
            for (ListNode<FsfReq> node = bucket.first(); node != null; node = bucket.next(node)) {
                count += node.owner().isStatusReadBuffer() ? 1 : 0;
            }
        }
        return count;
    }
}
