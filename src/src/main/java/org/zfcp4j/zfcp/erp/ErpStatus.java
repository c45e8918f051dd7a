// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_COMMON_FLAGS;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED;

import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;

/**
 * {@code zfcp_erp.c}: setting and clearing bits of the status words of adapters, ports and LUNs. The bits of
 * {@code ZFCP_COMMON_FLAGS} propagate downwards, to each object on its own: nobody sees all of them change at once. Clearing
 * ERP_FAILED also forgets the failed attempts of the object and of all below. Any context.
 */
public final class ErpStatus {
    private ErpStatus() {
    }

    /** {@code zfcp_erp_set_adapter_status}: sets bits in the adapter, and the common ones in its ports and LUNs. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_set_adapter_status")
    public static void setAdapterStatus(Adapter adapter, int mask) {
        int commonMask = mask & ZFCP_COMMON_FLAGS;
        adapter.status.or(mask);
        if (commonMask == 0) {
            return;
        }
        adapter.portListLock.readLockIrq();
        for (ListNode<Port> n = adapter.portList.first(); n != null; n = adapter.portList.next(n)) {
            n.owner().status.or(commonMask);
        }
        adapter.portListLock.readUnlockIrq();

        // Without a host, configuration and port data have never been complete, so there is no LUN either.
        ScsiHost shost = adapter.scsiHost;
        if (shost == null) {
            return;
        }
        shost.hostLock.lockIrq();
        LunWalk.forEach(shost, zsdev -> zsdev.status.or(commonMask));
        shost.hostLock.unlockIrq();
    }

    /** {@code zfcp_erp_clear_adapter_status}: clears bits in the adapter, and the common ones in its ports and LUNs. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_clear_adapter_status")
    public static void clearAdapterStatus(Adapter adapter, int mask) {
        int commonMask = mask & ZFCP_COMMON_FLAGS;
        boolean clearCounter = (mask & ZFCP_STATUS_COMMON_ERP_FAILED) != 0;
        adapter.status.andnot(mask);
        if (commonMask == 0) {
            return;
        }
        if (clearCounter) {
            adapter.erpCounter.set(0);
        }
        adapter.portListLock.readLockIrq();
        for (ListNode<Port> n = adapter.portList.first(); n != null; n = adapter.portList.next(n)) {
            n.owner().status.andnot(commonMask);
            if (clearCounter) {
                n.owner().erpCounter.set(0);
            }
        }
        adapter.portListLock.readUnlockIrq();

        // Without a host, configuration and port data have never been complete, so there is no LUN either.
        ScsiHost shost = adapter.scsiHost;
        if (shost == null) {
            return;
        }
        shost.hostLock.lockIrq();
        LunWalk.forEach(shost, zsdev -> clearLun(zsdev, commonMask, clearCounter));
        shost.hostLock.unlockIrq();
    }

    /** {@code zfcp_erp_set_port_status}: sets bits in the port, and the common ones in its LUNs. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_set_port_status")
    public static void setPortStatus(Port port, int mask) {
        int commonMask = mask & ZFCP_COMMON_FLAGS;
        port.status.or(mask);
        if (commonMask == 0) {
            return;
        }
        ScsiHost shost = port.adapter.scsiHost;
        shost.hostLock.lockIrq();
        LunWalk.forEachOf(port, zsdev -> zsdev.status.or(commonMask));
        shost.hostLock.unlockIrq();
    }

    /** {@code zfcp_erp_clear_port_status}: clears bits in the port, and the common ones in its LUNs. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_clear_port_status")
    public static void clearPortStatus(Port port, int mask) {
        int commonMask = mask & ZFCP_COMMON_FLAGS;
        boolean clearCounter = (mask & ZFCP_STATUS_COMMON_ERP_FAILED) != 0;
        port.status.andnot(mask);
        if (commonMask == 0) {
            return;
        }
        if (clearCounter) {
            port.erpCounter.set(0);
        }
        ScsiHost shost = port.adapter.scsiHost;
        shost.hostLock.lockIrq();
        LunWalk.forEachOf(port, zsdev -> clearLun(zsdev, commonMask, clearCounter));
        shost.hostLock.unlockIrq();
    }

    /** {@code zfcp_erp_set_lun_status}: sets bits in a LUN. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_set_lun_status")
    public static void setLunStatus(ScsiDevice sdev, int mask) {
        ScsiDev.of(sdev).status.or(mask);
    }

    /** {@code zfcp_erp_clear_lun_status}: clears bits in a LUN. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_clear_lun_status")
    public static void clearLunStatus(ScsiDevice sdev, int mask) {
        clearLun(ScsiDev.of(sdev), mask, (mask & ZFCP_STATUS_COMMON_ERP_FAILED) != 0);
    }

    private static void clearLun(ScsiDev zsdev, int mask, boolean clearCounter) {
        zsdev.status.andnot(mask);
        if (clearCounter) {
            zsdev.erpCounter.set(0);
        }
    }
}
