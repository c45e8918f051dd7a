// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.ccw;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_SUSPENDED;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING;

import org.zfcp4j.kernel.ListHead;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.LogLevel;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.CcwDriver;
import org.zfcp4j.qdio.CioEvent;
import org.zfcp4j.zfcp.adapter.AdapterSetup;
import org.zfcp4j.zfcp.dbf.DbfHba;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.Unit;
import org.zfcp4j.zfcp.def.ZfcpModule;
import org.zfcp4j.zfcp.erp.ErpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.erp.ErpWait;
import org.zfcp4j.zfcp.erp.strategy.ErpThread;
import org.zfcp4j.zfcp.fc.PortScanSchedule;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/**
 * {@code zfcp_ccw.c}: the driver as common I/O sees it. All in process context. The first set-online of a device makes its
 * adapter, which stays, also offline, until the device is removed.
 */
public class CcwOps implements CcwDriver {
    private final ZfcpModule module;

    /** @param module the module that the devices of this driver belong to */
    CcwOps(ZfcpModule module) {
        this.module = module;
    }

    /** The driver as the level of {@code module} has it, for the devices of that module. */
    public static CcwDriver of(ZfcpModule module) {
        return module.level.suspends() ? new CcwOps(module) : new CcwOpsWithoutSuspend(module);
    }

    /**
     * {@code zfcp_ccw_activate}: recovers the adapter, then has the ports scanned without the rate limit: recovery has scheduled
     * a scan with random delay and rate limit, so the delay is slept here and the scheduled scan cut short. The delay comes
     * first, since recovery goes on meanwhile.
     *
     * @param clear status bits to be cleared
     */
    @LinuxSource("zfcp_ccw.c:zfcp_ccw_activate")
    private int activate(CcwDevice cdev, int clear, String tag) {
        Adapter adapter = AdapterRef.adapterByCdev(module, cdev);
        if (adapter == null) {
            return 0;
        }
        ErpStatus.clearAdapterStatus(adapter, clear);
        ErpStatus.setAdapterStatus(adapter, ZFCP_STATUS_COMMON_RUNNING);
        ErpTrigger.adapterReopen(adapter, ZFCP_STATUS_COMMON_ERP_FAILED, tag);

        module.kernel.msleep(PortScanSchedule.portScanBackoff(module));
        ErpWait.wait(adapter);
        adapter.scanWork.flush();

        AdapterRef.adapterPut(adapter);
        return 0;
    }

    /** {@code zfcp_ccw_probe}: nothing yet; many devices are never used. */
    @Override
    @LinuxSource("zfcp_ccw.c:zfcp_ccw_probe")
    public int probe(CcwDevice cdev) {
        return 0;
    }

    /** {@code zfcp_ccw_remove}: takes the device offline and gives up all units, all ports and the adapter. */
    @Override
    @LinuxSource("zfcp_ccw.c:zfcp_ccw_remove")
    public void remove(CcwDevice cdev) {
        ListHead<Unit> unitRemoveLh = new ListHead<>();
        ListHead<Port> portRemoveLh = new ListHead<>();

        cdev.setOffline();

        Adapter adapter = AdapterRef.adapterByCdev(module, cdev);
        if (adapter == null) {
            return;
        }
        adapter.portListLock.writeLockIrq();
        for (ListNode<Port> n = adapter.portList.first(); n != null; n = adapter.portList.next(n)) {
            Port port = n.owner();
            port.unitListLock.writeLock();
            port.unitList.spliceInitTo(unitRemoveLh);
            port.unitListLock.writeUnlock();
        }
        adapter.portList.spliceInitTo(portRemoveLh);
        adapter.portListLock.writeUnlockIrq();
        AdapterRef.adapterPut(adapter);

        // Without the locks, since releasing takes others.
        unitRemoveLh.forEach(unit -> unit.dev.unregister());
        portRemoveLh.forEach(port -> port.dev.unregister());

        AdapterSetup.adapterUnregister(adapter);
    }

    /**
     * {@code zfcp_ccw_set_online}: makes the adapter if there is none, opens it, and has the ports scanned whatever the
     * parameter {@code no_auto_port_rescan} says.
     */
    @Override
    @LinuxSource("zfcp_ccw.c:zfcp_ccw_set_online")
    public int setOnline(CcwDevice cdev) {
        Adapter adapter = AdapterRef.adapterByCdev(module, cdev);
        if (adapter == null) {
            int[] error = {0};
            adapter = AdapterSetup.adapterEnqueue(module, cdev, rc -> error[0] = rc);
            if (adapter == null) {
                module.kernel.message(LogLevel.ERR, cdev.device(), "zfcp_ccw.c:zfcp_ccw_set_online",
                        "the FCP adapter could not be set up");
                return error[0];
            }
            adapter.ref.get();
        }

        // Request ids start anew, which only does when no old one can come back.
        if (!ReqLists.isEmpty(adapter.reqList)) {
            module.kernel.panic("set online with requests pending");
        }
        adapter.reqNo = module.parameters.firstReqNo;

        activate(cdev, 0, "ccsonl1");

        PortScanSchedule.inverseConditionalPortScan(adapter);
        adapter.scanWork.flush();
        AdapterRef.adapterPut(adapter);
        return 0;
    }

    /**
     * {@code zfcp_ccw_offline_sync}: shuts the adapter down and waits.
     *
     * @param set status bits to be set
     */
    @LinuxSource(value = "zfcp_ccw.c:zfcp_ccw_offline_sync", level = "5.10")
    private int offlineSync(CcwDevice cdev, int set, String tag) {
        Adapter adapter = AdapterRef.adapterByCdev(module, cdev);
        if (adapter == null) {
            return 0;
        }
        ErpStatus.setAdapterStatus(adapter, set);
        ErpTrigger.adapterShutdown(adapter, 0, tag);
        ErpWait.wait(adapter);

        AdapterRef.adapterPut(adapter);
        return 0;
    }

    /** {@code zfcp_ccw_set_offline}. */
    @Override
    @LinuxSource("zfcp_ccw.c:zfcp_ccw_set_offline")
    public int setOffline(CcwDevice cdev) {
        return offlineSync(cdev, 0, "ccsoff1");
    }

    /** {@code zfcp_ccw_notify}: triggers recovery and does not wait. What concerns a suspended device is only traced. */
    @Override
    @LinuxSource("zfcp_ccw.c:zfcp_ccw_notify")
    public int notify(CcwDevice cdev, CioEvent event) {
        Adapter adapter = AdapterRef.adapterByCdev(module, cdev);
        if (adapter == null) {
            return 1;
        }
        switch (event) {
            case GONE -> {
                if (!ignoresSuspended(adapter, "ccnigo1")) {
                    module.kernel.message(LogLevel.WARN, cdev.device(), "zfcp_ccw.c:zfcp_ccw_notify",
                            "the FCP device was detached");
                    ErpTrigger.adapterShutdown(adapter, 0, "ccnoti1");
                }
            }
            case NO_PATH -> {
                module.kernel.message(LogLevel.WARN, cdev.device(), "zfcp_ccw.c:zfcp_ccw_notify",
                        "no channel path to the FCP device is online");
                ErpTrigger.adapterShutdown(adapter, 0, "ccnoti2");
            }
            case OPER -> {
                if (!ignoresSuspended(adapter, "ccniop1")) {
                    module.kernel.message(LogLevel.INFO, cdev.device(), "zfcp_ccw.c:zfcp_ccw_notify",
                            "the FCP device works again");
                    ErpStatus.setAdapterStatus(adapter, ZFCP_STATUS_COMMON_RUNNING);
                    ErpTrigger.adapterReopen(adapter, ZFCP_STATUS_COMMON_ERP_FAILED, "ccnoti4");
                }
            }
            case BOXED -> {
                module.kernel.message(LogLevel.WARN, cdev.device(), "zfcp_ccw.c:zfcp_ccw_notify",
                        "the FCP device did not answer in time");
                ErpTrigger.adapterShutdown(adapter, 0, "ccnoti5");
            }
        }
        AdapterRef.adapterPut(adapter);
        return 1;
    }

    /** True for a suspended device: then the event is only traced. */
    boolean ignoresSuspended(Adapter adapter, String tag) {
        if ((adapter.status.read() & ZFCP_STATUS_ADAPTER_SUSPENDED) == 0) {
            return false;
        }
        DbfHba.hbaBasic(tag, adapter);
        return true;
    }

    /** {@code zfcp_ccw_shutdown}: shuts the adapter down for good; its recovery thread ends. */
    @Override
    @LinuxSource("zfcp_ccw.c:zfcp_ccw_shutdown")
    public void shutdown(CcwDevice cdev) {
        Adapter adapter = AdapterRef.adapterByCdev(module, cdev);
        if (adapter == null) {
            return;
        }
        ErpTrigger.adapterShutdown(adapter, 0, "ccshut1");
        ErpWait.wait(adapter);
        ErpThread.threadKill(adapter);

        AdapterRef.adapterPut(adapter);
    }

    /** {@code zfcp_ccw_suspend}. */
    @Override
    @LinuxSource(value = "zfcp_ccw.c:zfcp_ccw_suspend", level = "5.10")
    public int freeze(CcwDevice cdev) {
        offlineSync(cdev, ZFCP_STATUS_ADAPTER_SUSPENDED, "ccsusp1");
        return 0;
    }

    /** {@code zfcp_ccw_thaw}: the device works again to write the image, but stays marked suspended. */
    @Override
    @LinuxSource(value = "zfcp_ccw.c:zfcp_ccw_thaw", level = "5.10")
    public int thaw(CcwDevice cdev) {
        activate(cdev, 0, "ccthaw1");
        return 0;
    }

    /** {@code zfcp_ccw_resume}. */
    @Override
    @LinuxSource(value = "zfcp_ccw.c:zfcp_ccw_resume", level = "5.10")
    public int restore(CcwDevice cdev) {
        activate(cdev, ZFCP_STATUS_ADAPTER_SUSPENDED, "ccresu1");
        return 0;
    }
}
