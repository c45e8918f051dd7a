// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.adapter;

import static org.zfcp4j.layout.fsf.FsfConstants.FSF_STATUS_READS_RECOM;

import java.util.function.IntConsumer;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.zfcp.ccw.AdapterRef;
import org.zfcp4j.zfcp.dbf.DbfAdapter;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Upcalls;
import org.zfcp4j.zfcp.def.ZfcpModule;
import org.zfcp4j.zfcp.diag.Diag;
import org.zfcp4j.zfcp.erp.strategy.ErpThread;
import org.zfcp4j.zfcp.fc.FcEventQueue;
import org.zfcp4j.zfcp.fc.gs.Adisc;
import org.zfcp4j.zfcp.fc.gs.DidLookupWork;
import org.zfcp4j.zfcp.fc.gs.GsSetup;
import org.zfcp4j.zfcp.fc.gs.PortScan;
import org.zfcp4j.zfcp.fc.gs.SymName;
import org.zfcp4j.zfcp.fc.gs.WkaPortOps;
import org.zfcp4j.zfcp.fsf.FsfCompletion;
import org.zfcp4j.zfcp.qdio.QdioSetup;
import org.zfcp4j.zfcp.reqlist.ReqLists;
import org.zfcp4j.zfcp.scsi.host.RportWork;
import org.zfcp4j.zfcp.scsi.host.ScsiAdapter;

/**
 * {@code zfcp_aux.c}: the life of an adapter. This is where the layers meet: what a lower one calls in a higher one (work
 * functions, the handler of responses, the release) is handed down here.
 */
public final class AdapterSetup {
    /** The upward calls of the whole driver. */
    public static final Upcalls UPCALLS = new Upcalls(FsfCompletion::reqidCheck, StatusReadRefill::statusReadScheduler,
            PortScan::scanPorts, SymName::symNameUpdate, FcEventQueue::postEvent, DidLookupWork::portDidLookup, Adisc::linkTestWork,
            RportWork::rportWork);

    private AdapterSetup() {
    }

    /**
     * {@code zfcp_adapter_enqueue}: makes the adapter of a device, with its recovery thread, but does not touch the device.
     * Process context.
     *
     * @param error gets the reason when the result is null: {@code -ENODEV} if the device is going away, or {@code -ENOMEM}
     * @return the adapter, with the reference that {@link #adapterUnregister} drops
     */
    @LinuxSource(value = "zfcp_aux.c:zfcp_adapter_enqueue", calls = {"zfcp_diag_sysfs_setup"})
    public static Adapter adapterEnqueue(ZfcpModule module, CcwDevice ccwDevice, IntConsumer error) {
        Kernel kernel = module.kernel;
        if (!ccwDevice.device().get()) {
            error.accept(-Errno.ENODEV);
            return null;
        }
        if (!kernel.mayAllocate("zfcp_adapter")) {
            ccwDevice.device().put();
            error.accept(-Errno.ENOMEM);
            return null;
        }
        Adapter adapter = new Adapter(module, ccwDevice, AdapterSetup::adapterRelease);
        ccwDevice.resetHandler();
        adapter.nextPortScan = kernel.jiffies();

        if (!setUpParts(adapter)) {
            adapterUnregister(adapter);
            error.accept(-Errno.ENOMEM);
            return null;
        }
        ccwDevice.device().setDriverData(adapter);
        adapter.statReadBufNum = FSF_STATUS_READS_RECOM;
        return adapter;
    }

    /** {@code zfcp_adapter_enqueue}: the part of {@code zfcp_adapter_enqueue} that may fail, in its order; the rest stays unmade then. */
    @LinuxSource("zfcp_aux.c:zfcp_adapter_enqueue")
    private static boolean setUpParts(Adapter adapter) {
        if (Diag.adapterSetup(adapter) != 0) {
            return false;
        }
        if (QdioSetup.setup(adapter) != 0) {
            return false;
        }
        if (LowMemBuffers.allocateLowMemBuffers(adapter) != 0) {
            return false;
        }
        adapter.reqList = ReqLists.alloc(adapter.module.kernel);
        if (adapter.reqList == null) {
            return false;
        }
        if (DbfAdapter.adapterRegister(adapter) != 0) {
            return false;
        }
        if (setupAdapterWorkQueue(adapter) != 0) {
            return false;
        }
        if (GsSetup.gsSetup(adapter) != 0) {
            return false;
        }
        return ErpThread.threadSetup(adapter) == 0;
    }

    /** {@code zfcp_setup_adapter_work_queue}: one item at a time; 0 or {@code -ENOMEM}. */
    @LinuxSource("zfcp_aux.c:zfcp_setup_adapter_work_queue")
    private static int setupAdapterWorkQueue(Adapter adapter) {
        Kernel kernel = adapter.module.kernel;
        if (!kernel.mayAllocate("workqueue")) {
            return -Errno.ENOMEM;
        }
        adapter.workQueue = kernel.orderedWorkQueue("zfcp_q_" + adapter.busId());
        return 0;
    }

    /** {@code zfcp_destroy_adapter_work_queue}: after what is queued has run. */
    @LinuxSource("zfcp_aux.c:zfcp_destroy_adapter_work_queue")
    private static void destroyAdapterWorkQueue(Adapter adapter) {
        if (adapter.workQueue != null) {
            adapter.workQueue.destroy();
        }
        adapter.workQueue = null;
    }

    /**
     * {@code zfcp_adapter_unregister}: takes the adapter apart. It has been shut down, and its ports are off its list. Parts
     * that were never made are passed over. Process context.
     */
    @LinuxSource(value = "zfcp_aux.c:zfcp_adapter_unregister", calls = "zfcp_diag_sysfs_destroy")
    public static void adapterUnregister(Adapter adapter) {
        adapter.scanWork.cancelSync();
        adapter.statWork.cancelSync();
        adapter.nsUpWork.cancelSync();
        adapter.module.level.notifications().cancelLostWork(adapter);
        destroyAdapterWorkQueue(adapter);

        WkaPortOps.wkaPortsForceOffline(adapter.gs);
        ScsiAdapter.adapterUnregister(adapter);

        ErpThread.threadKill(adapter);
        DbfAdapter.adapterUnregister(adapter);
        QdioSetup.destroy(adapter.qdio);

        AdapterRef.adapterPut(adapter);
    }

    /**
     * {@code zfcp_adapter_release}: the last reference is gone. Any context; with {@code zfcp_ccw_adapter_ref_lock} held when a
     * port or a device callback held it.
     */
    @LinuxSource("zfcp_aux.c:zfcp_adapter_release")
    static void adapterRelease(Adapter adapter) {
        Device cdev = adapter.ccwDevice.device();
        cdev.setDriverData(null);
        GsSetup.gsDestroy(adapter);
        LowMemBuffers.freeLowMemBuffers(adapter);
        Diag.adapterFree(adapter);
        adapter.reqList = null;
        adapter.fcStats = null;
        adapter.statsResetData = null;
        cdev.put();
    }

    /** {@code zfcp_print_sl}: the line of the service level that recovery registers. Any context. */
    @LinuxSource("zfcp_aux.c:zfcp_print_sl")
    public static String printSl(Adapter adapter) {
        return "zfcp: " + adapter.busId() + " microcode level " + Integer.toHexString(adapter.fsfLicVersion);
    }
}
