// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.ccw;

import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ZfcpModule;

/**
 * {@code zfcp_ccw.c}: from a device to its adapter, against the adapter's last reference. Below everything but the data
 * classes, since all of the driver puts references.
 */
public final class AdapterRef {
    private AdapterRef() {
    }

    /**
     * {@code zfcp_ccw_adapter_by_cdev}: the adapter of a device, with a reference for the caller; null if it has none. Any
     * context.
     */
    @LinuxSource("zfcp_ccw.c:zfcp_ccw_adapter_by_cdev")
    public static Adapter adapterByCdev(ZfcpModule module, CcwDevice cdev) {
        SpinLock lock = module.ccwAdapterRefLock;
        lock.lockIrq();
        Adapter adapter = (Adapter) cdev.device().driverData();
        if (adapter != null) {
            adapter.ref.get();
        }
        lock.unlockIrq();
        return adapter;
    }

    /**
     * {@code zfcp_ccw_adapter_put}: drops a reference. The last one releases the adapter under the lock, so that a
     * look-up never finds one that is being released. Any context.
     */
    @LinuxSource(value = "zfcp_ccw.c:zfcp_ccw_adapter_put", calls = "zfcp_adapter_release")
    public static void adapterPut(Adapter adapter) {
        SpinLock lock = adapter.module.ccwAdapterRefLock;
        lock.lockIrq();
        adapter.ref.put();
        lock.unlockIrq();
    }
}
