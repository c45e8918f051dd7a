// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING;

import java.util.function.Consumer;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.adapter.Ports;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Configuring;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.erp.ErpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.erp.ErpWait;
import org.zfcp4j.zfcp.unit.PortUnits;
import org.zfcp4j.zfcp.unit.Units;

/** What an administrator writes into the driver's attributes in sysfs. Process context. */
final class Attributes {
    private Attributes() {
    }

    /** {@code failed} of the adapter: 0. */
    static void adapterFailed(Adapter adapter) {
        ErpTrigger.adapterResetSync(adapter, "syafai2");
    }

    /** {@code failed} of a port: 0. */
    static void portFailed(Adapter adapter, long wwpn) {
        withPort(adapter, wwpn, port -> {
            ErpStatus.setPortStatus(port, ZFCP_STATUS_COMMON_RUNNING);
            ErpTrigger.portReopen(port, ZFCP_STATUS_COMMON_ERP_FAILED, "sypfai2");
            ErpWait.wait(port.adapter);
        });
    }

    /** {@code zfcp_failed} of a LUN: 0. */
    static void lunFailed(ScsiDevice sdev) {
        ErpStatus.setLunStatus(sdev, ZFCP_STATUS_COMMON_RUNNING);
        ErpTrigger.lunReopen(sdev, ZFCP_STATUS_COMMON_ERP_FAILED, "syufai3");
        ErpWait.wait(ScsiDev.of(sdev).port.adapter);
    }

    /** {@code port_rescan}: done when it returns. */
    static void portRescan(Adapter adapter) {
        if (adapter.scsiHost != null) {
            adapter.workQueue.queueDelayed(adapter.scanWork, 0);
            adapter.scanWork.flush();
        }
    }

    /**
     * {@code port_remove}: unless the port has units or SCSI devices. Differs from C if somebody else, a port scan or another
     * {@code port_remove}, has taken the port off its list meanwhile: C takes it off whatever list it is on, through which a scan
     * may be walking without a lock, and drops the list's reference a second time ({@code docs/c-driver-findings.md}).
     */
    static void portRemove(Adapter adapter, long wwpn) {
        Port port = adapter.scsiHost == null ? null : Ports.getPortByWwpn(adapter, wwpn);
        if (port == null) {
            return;
        }
        if (PortUnits.portInUse(port)) {
            port.dev.put();
            return;
        }
        adapter.portListLock.writeLockIrq();
        boolean listed = isListed(adapter, port);
        if (listed) {
            port.list.del();
        }
        adapter.portListLock.writeUnlockIrq();
        if (!listed) {
            port.dev.put();
            return;
        }
        Configuring configuring = adapter.module.level.configuring();
        configuring.offList(port.dev);
        ErpTrigger.portShutdown(port, 0, "syprs_1");
        port.dev.unregister();
        configuring.unregistered(port.dev);
    }

    private static boolean isListed(Adapter adapter, Port port) {
        boolean[] listed = {false};
        adapter.portList.forEach(other -> listed[0] |= other == port);
        return listed[0];
    }

    /** {@code unit_add}. */
    static void unitAdd(Adapter adapter, long wwpn, long fcpLun) {
        withPort(adapter, wwpn, port -> Units.unitAddStore(port, fcpLun));
    }

    /** {@code unit_remove}. */
    static void unitRemove(Adapter adapter, long wwpn, long fcpLun) {
        withPort(adapter, wwpn, port -> Units.unitRemove(port, fcpLun));
    }

    /** An open attribute holds the object that it belongs to. */
    private static void withPort(Adapter adapter, long wwpn, Consumer<Port> action) {
        Port port = Ports.getPortByWwpn(adapter, wwpn);
        if (port != null) {
            action.accept(port);
            port.dev.put();
        }
    }
}
