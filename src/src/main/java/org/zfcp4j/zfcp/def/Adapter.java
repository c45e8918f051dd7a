// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import java.util.function.Consumer;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.KThread;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.Kref;
import org.zfcp4j.kernel.ListHead;
import org.zfcp4j.kernel.RwLock;
import org.zfcp4j.kernel.WaitQueue;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.scsi.FcHostStatistics;
import org.zfcp4j.scsi.ScsiHost;

/**
 * {@code struct zfcp_adapter}: an FCP device. Plain fields that response handlers write are volatile here where C relies on
 * the locks and barriers of its callers.
 */
public final class Adapter {
    public final ZfcpModule module;
    public final Kref<Adapter> ref;
    public final CcwDevice ccwDevice;
    public volatile long peerWwnn;
    public volatile long peerWwpn;
    public volatile int peerDId;
    public ZfcpQdio qdio;
    public volatile int hydraVersion;
    public volatile int fsfLicVersion;
    public volatile int adapterFeatures;
    public volatile int connectionFeatures;
    public volatile int hardwareVersion;
    public volatile int fcSecurityAlgorithms;
    public volatile int fcSecurityAlgorithmsOld;
    public volatile int timerTicks;
    /** Null until the first recovery has got configuration and port data. */
    public volatile ScsiHost scsiHost;
    /** Under {@link #portListLock}. */
    public final ListHead<Port> portList = new ListHead<>();
    public final RwLock portListLock;
    /** Id of the next request, never 0; under {@code req_q_lock}. */
    public long reqNo;
    public ReqList reqList;
    /** Under {@code req_q_lock}; status reads do not count. */
    public int fsfReqSeqNo;
    /** Protects {@link FsfReq#data} of pending SCSI commands against abort. */
    public final RwLock abortLock;
    /** Missing status read buffers. */
    public final AtomicInt statMiss;
    public volatile int statReadBufNum;
    public final Work statWork;
    public final AtomicInt status;
    /** Under {@link #erpLock}; the ERP thread looks at its emptiness without. */
    public final ListHead<ErpAction> erpReadyHead = new ListHead<>();
    public final WaitQueue erpReadyWq;
    public final ListHead<ErpAction> erpRunningHead = new ListHead<>();
    public final RwLock erpLock;
    public final WaitQueue erpDoneWqh;
    public final ErpAction erpAction;
    public final AtomicInt erpCounter;
    public int erpTotalCount;
    public int erpLowMemCount;
    public volatile KThread erpThread;
    public WkaPorts gs;
    public Dbf dbf;
    public final AdapterMempool pool = new AdapterMempool();
    public volatile FcHostStatistics fcStats;
    /** Copy of the port bottom at the last reset of the statistics, or null. */
    public volatile byte[] statsResetData;
    /** Seconds since the start, of the last reset. */
    public volatile long statsReset;
    public final Work scanWork;
    public final Work nsUpWork;
    public volatile boolean serviceLevelRegistered;
    public WorkQueue workQueue;
    public final FcEvents events;
    /** Jiffies before which no rate-limited port scan starts. */
    public volatile long nextPortScan;
    public DiagAdapter diagnostics;
    /** Level 7.1; null in level 5.10. */
    public final Work versionChangeLostWork;

    @SuppressWarnings("this-escape")
    public Adapter(ZfcpModule module, CcwDevice ccwDevice, Consumer<Adapter> release) {
        Kernel kernel = module.kernel;
        Upcalls works = module.upcalls;
        this.module = module;
        this.ccwDevice = ccwDevice;
        this.ref = new Kref<>(kernel, this, release);
        this.status = kernel.atomicInt("status", this, 0);
        this.statMiss = kernel.atomicInt("stat_miss", this, 0);
        this.erpCounter = kernel.atomicInt("erp_counter", this, 0);
        this.portListLock = kernel.rwLock("port_list_lock", this);
        this.abortLock = kernel.rwLock("abort_lock", this);
        this.erpLock = kernel.rwLock("erp_lock", this);
        this.erpReadyWq = kernel.waitQueue("erp_ready_wq", this);
        this.erpDoneWqh = kernel.waitQueue("erp_done_wqh", this);
        this.erpAction = new ErpAction(this, null, null);
        this.statWork = kernel.work("stat_work", this, works.statWork());
        this.scanWork = kernel.work("scan_work", this, works.scanWork());
        this.nsUpWork = kernel.work("ns_up_work", this, works.nsUpWork());
        this.events = new FcEvents(kernel, this, works.postEvent());
        this.versionChangeLostWork = module.level.notifications().lostWork(kernel, this);
    }

    /** {@code zfcp_adapter_multi_buffer_active}. */
    @LinuxSource("zfcp_def.h:zfcp_adapter_multi_buffer_active")
    public boolean multiBufferActive() {
        return (status.read() & ZfcpStatus.ZFCP_STATUS_ADAPTER_MB_ACT) != 0;
    }

    /** Bus id of the FCP device. */
    public String busId() {
        return ccwDevice.busId();
    }
}
