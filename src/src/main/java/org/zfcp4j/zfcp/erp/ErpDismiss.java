// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_ERP_INUSE;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ERP_DISMISSED;

import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;

/**
 * {@code zfcp_erp.c}: giving up actions because one of a higher level is about to be queued. A dismissed action stays queued
 * until the ERP thread takes it off. All with {@code erp_lock} held for writing.
 */
public final class ErpDismiss {
    private ErpDismiss() {
    }

    /** {@code zfcp_erp_action_dismiss}: one that waits is made ready, so that the thread gets to see it. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_action_dismiss")
    static void actionDismiss(ErpAction act) {
        act.status |= ZFCP_STATUS_ERP_DISMISSED;
        if (ErpActionLists.actionIsRunning(act)) {
            ErpActionLists.actionReady(act);
        }
    }

    /** {@code zfcp_erp_action_dismiss_lun}: the LUN's action, if there is one. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_action_dismiss_lun")
    static void actionDismissLun(ScsiDevice sdev) {
        ScsiDev zfcpSdev = ScsiDev.of(sdev);
        if ((zfcpSdev.status.read() & ZFCP_STATUS_COMMON_ERP_INUSE) != 0) {
            actionDismiss(zfcpSdev.erpAction);
        }
    }

    /** {@code zfcp_erp_action_dismiss_port}: the port's action, or else those of its LUNs. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_action_dismiss_port")
    static void actionDismissPort(Port port) {
        if ((port.status.read() & ZFCP_STATUS_COMMON_ERP_INUSE) != 0) {
            actionDismiss(port.erpAction);
        } else {
            SpinLock hostLock = port.adapter.scsiHost.hostLock;
            hostLock.lock();
            LunWalk.forEachOf(port, zsdev -> actionDismissLun(zsdev.sdev));
            hostLock.unlock();
        }
    }

    /**
     * {@code zfcp_erp_action_dismiss_adapter}: the adapter's action, or else those of its ports and LUNs. Takes
     * {@code port_list_lock} for reading inside {@code erp_lock}, while others take {@code erp_lock} inside a read lock on the
     * port list: that ends well because a reader of the kernel's locks never queues behind a waiting writer.
     */
    @LinuxSource("zfcp_erp.c:zfcp_erp_action_dismiss_adapter")
    static void actionDismissAdapter(Adapter adapter) {
        if ((adapter.status.read() & ZFCP_STATUS_COMMON_ERP_INUSE) != 0) {
            actionDismiss(adapter.erpAction);
        } else {
            adapter.portListLock.readLock();
            for (ListNode<Port> n = adapter.portList.first(); n != null; n = adapter.portList.next(n)) {
                actionDismissPort(n.owner());
            }
            adapter.portListLock.readUnlock();
        }
    }
}
