// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.sysfs;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.zfcp.adapter.Ports;
import org.zfcp4j.zfcp.ccw.AdapterRef;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Configuring;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ZfcpModule;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.unit.PortUnits;

/** Attributes of an FCP device. Process context; each returns {@code -ENODEV} for a device without an adapter. */
public final class AdapterAttributes {
    private AdapterAttributes() {
    }

    /**
     * {@code zfcp_sysfs_adapter_failed_store}: attribute {@code failed}; 0 resets the adapter and waits for its recovery.
     *
     * @return 0, {@code -ENODEV} or {@code -EINVAL}
     */
    @LinuxSource("zfcp_sysfs.c:zfcp_sysfs_adapter_failed_store")
    public static int adapterFailedStore(ZfcpModule module, CcwDevice cdev, long val) {
        Adapter adapter = AdapterRef.adapterByCdev(module, cdev);
        if (adapter == null) {
            return -Errno.ENODEV;
        }

        int retval = 0;
        if (val == 0) {
            ErpTrigger.adapterResetSync(adapter, "syafai2");
        } else {
            retval = -Errno.EINVAL;
        }
        AdapterRef.adapterPut(adapter);
        return retval;
    }

    /**
     * {@code zfcp_sysfs_port_rescan_store}: attribute {@code port_rescan}; scans the ports now, and returns when that is done.
     *
     * @return 0, or {@code -ENODEV} also while there is no SCSI host
     */
    @LinuxSource("zfcp_sysfs.c:zfcp_sysfs_port_rescan_store")
    public static int portRescanStore(ZfcpModule module, CcwDevice cdev) {
        Adapter adapter = AdapterRef.adapterByCdev(module, cdev);
        if (adapter == null) {
            return -Errno.ENODEV;
        }

        int retval = 0;
        if (adapter.scsiHost != null) {
            adapter.workQueue.queueDelayed(adapter.scanWork, 0);
            adapter.scanWork.flush();
        } else {
            retval = -Errno.ENODEV;
        }
        AdapterRef.adapterPut(adapter);
        return retval;
    }

    /**
     * {@code zfcp_sysfs_port_remove_store}: attribute {@code port_remove}.
     *
     * @return 0, {@code -ENODEV}, {@code -EINVAL} if there is no such port, {@code -EBUSY} if it has units or SCSI devices
     */
    @LinuxSource("zfcp_sysfs.c:zfcp_sysfs_port_remove_store")
    public static int portRemoveStore(ZfcpModule module, CcwDevice cdev, long wwpn) {
        Adapter adapter = AdapterRef.adapterByCdev(module, cdev);
        if (adapter == null) {
            return -Errno.ENODEV;
        }

        int retval = -Errno.EINVAL;
        Port port = Ports.getPortByWwpn(adapter, wwpn);
        if (port != null) {
            retval = portRemove(adapter, port);
        }
        AdapterRef.adapterPut(adapter);
        return retval;
    }

    /**
     * Removes a port and drops the reference of its look-up. Nothing is done if a port scan or another writer has taken the port off
     * its list meanwhile: C deletes it from whatever list it is on, through which a scan may be walking without a lock, and drops the
     * reference of the list twice.
     */
    private static int portRemove(Adapter adapter, Port port) {
        Configuring configuring = adapter.module.level.configuring();

        if (PortUnits.portInUse(port)) {
            port.dev.put();
            return -Errno.EBUSY;
        }

        adapter.portListLock.writeLockIrq();
        boolean listed = isListed(adapter, port);
        if (listed) {
            port.list.del();
        }
        adapter.portListLock.writeUnlockIrq();
        if (!listed) {
            port.dev.put();
            return 0;
        }

        configuring.offList(port.dev);
        ErpTrigger.portShutdown(port, 0, "syprs_1");
        port.dev.unregister();
        configuring.unregistered(port.dev);
        return 0;
    }

    private static boolean isListed(Adapter adapter, Port port) {
        boolean[] listed = {false};
        adapter.portList.forEach(other -> listed[0] |= other == port);
        return listed[0];
    }
}
