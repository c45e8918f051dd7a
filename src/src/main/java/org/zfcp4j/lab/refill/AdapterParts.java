// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_XCONFIG_OK;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_UNBLOCKED;

import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Mempool;
import org.zfcp4j.kernel.StoragePool;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.QdioObserver;
import org.zfcp4j.qdio.QdioTiming;
import org.zfcp4j.qdio.Subchannel;
import org.zfcp4j.zfcp.adapter.StatusReadRefill;
import org.zfcp4j.zfcp.dbf.DbfAdapter;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ModuleParameters;
import org.zfcp4j.zfcp.def.Upcalls;
import org.zfcp4j.zfcp.def.ZfcpModule;
import org.zfcp4j.zfcp.erp.ErpWait;
import org.zfcp4j.zfcp.fsf.FsfCompletion;
import org.zfcp4j.zfcp.qdio.QdioConnection;
import org.zfcp4j.zfcp.qdio.QdioSetup;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/** An adapter with just what the refill needs. Made outside of a run; nothing of it blocks there. */
final class AdapterParts {
    static final String BUS_ID = "0.0.1900";
    /** Pools keep a reserve of one, which does not matter while memory is plentiful. */
    private static final int RESERVE = 1;

    private AdapterParts() {
    }

    /** Traces, pools, request list, work queue and queues, all still idle. No ERP thread, no ports. */
    static Adapter make(VirtualKernel kernel, RefillCase refill, Subchannel channel, DebugArea.Sink traces,
            QdioObserver observer) {
        ModuleParameters parameters = new ModuleParameters();
        parameters.statusReads = Math.min(parameters.statusReads, refill.srbs());
        parameters.noAutoPortRescan = true;
        ZfcpModule module = new ZfcpModule(kernel, null, null, traces, parameters, refill.policy(), refill.level(),
                Upcalls.NONE.withReqidCheck(FsfCompletion::reqidCheck)
                        .withStatAndScanWork(StatusReadRefill::statusReadScheduler, AdapterParts::waitAsScanDoes));
        CcwDevice cdev = new CcwDevice(kernel, new Device(kernel, BUS_ID, null, null, dev -> { }), channel, null);
        cdev.setTiming(QdioTiming.NONE);
        cdev.setObserver(observer);
        Adapter adapter = new Adapter(module, cdev, a -> { });
        adapter.reqList = ReqLists.alloc(kernel);
        adapter.pool.statusReadReq = Mempool.create(kernel, "status_read_req", RESERVE, module.fsfReqCache);
        adapter.pool.srData = StoragePool.create(kernel, "sr_data", RESERVE, module.pageCache);
        adapter.workQueue = kernel.orderedWorkQueue("zfcp_q_" + BUS_ID);
        if (DbfAdapter.adapterRegister(adapter) != 0 || QdioSetup.setup(adapter) != 0) {
            throw new IllegalStateException("the storage of the virtual kernel is too small for an adapter");
        }
        return adapter;
    }

    /** The rest of a port scan after its answer: it waits for the recovery of the ports that it found. */
    private static void waitAsScanDoes(Work work) {
        ErpWait.wait((Adapter) work.owner());
    }

    /** Opens the queues of an adapter that has exchanged its configuration data; {@code timing} is for the next time. */
    static void open(Adapter adapter, RefillCase refill, QdioTiming timing) {
        if (QdioConnection.open(adapter.qdio) != 0) {
            throw new IllegalStateException("the queues do not open");
        }
        adapter.ccwDevice.setTiming(timing);
        adapter.statReadBufNum = refill.srbs();
        adapter.status.or(ZFCP_STATUS_COMMON_RUNNING | ZFCP_STATUS_COMMON_UNBLOCKED | ZFCP_STATUS_ADAPTER_XCONFIG_OK);
    }
}
