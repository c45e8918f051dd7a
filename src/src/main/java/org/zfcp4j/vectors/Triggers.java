// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.scsi.ScsiConstants;
import org.zfcp4j.kernel.scsi.ScsiDevice;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.erp.ErpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.erp.ErpWait;

/**
 * Calls of a script into the driver's recovery that have no line of their own: the trace record of the trigger tells which
 * function it was and for which object. Tags of sysfs attributes and of power management stand for the whole attribute or
 * callback.
 */
final class Triggers {
    private static final int WANT_LUN = 1;
    private static final int WANT_PORT = 2;
    private static final int WANT_PORT_FORCED = 3;
    private static final int WANT_ADAPTER = 4;
    /** What a reopen and a shutdown clear in any case. */
    private static final int ALWAYS_CLEARED = ZfcpStatus.ZFCP_STATUS_COMMON_UNBLOCKED;

    private final ReplayWorld world;

    Triggers(ReplayWorld world) {
        this.world = world;
    }

    /**
     * Makes the call.
     *
     * @param trace the record of the trigger
     * @param change the first change of the status of the object in question, or null
     */
    void call(Line trace, Line change) {
        ReplayDevice device = world.device(trace.adapter());
        Adapter adapter = device.adapter();
        CcwDevice cdev = device.cdev();
        String tag = trace.text("tag");
        switch (tag) {
            case "syafai2" -> ErpTrigger.adapterResetSync(adapter, tag);
            case "scshr_y" -> adapter.scsiHost.template.hostReset(adapter.scsiHost, ScsiConstants.SCSI_ADAPTER_RESET);
            case "sypfai2" -> failedPort(port(device, trace), tag);
            case "syufai2", "syufai3" -> failedLun(lun(adapter, trace), tag);
            case "syprs_1" -> removePort(adapter, port(device, trace), tag);
            case "ccsusp1" -> cdev.driver().freeze(cdev);
            case "ccthaw1" -> cdev.driver().thaw(cdev);
            case "ccresu1" -> cdev.driver().restore(cdev);
            case "ccshut1" -> cdev.driver().shutdown(cdev);
            default -> direct(device, trace, clearMask(trace, change));
        }
    }

    private void direct(ReplayDevice device, Line trace, int clear) {
        Adapter adapter = device.adapter();
        String tag = trace.text("tag");
        switch ((int) trace.number("want")) {
            case WANT_ADAPTER -> {
                if (isShutdown(trace, "adapter_status")) {
                    ErpTrigger.adapterShutdown(adapter, clear, tag);
                } else {
                    ErpTrigger.adapterReopen(adapter, clear, tag);
                }
            }
            case WANT_PORT_FORCED -> ErpTrigger.portForcedReopen(port(device, trace), clear, tag);
            case WANT_PORT -> {
                if (isShutdown(trace, "port_status")) {
                    ErpTrigger.portShutdown(port(device, trace), clear, tag);
                } else {
                    ErpTrigger.portReopen(port(device, trace), clear, tag);
                }
            }
            case WANT_LUN -> {
                if (isShutdown(trace, "lun_status")) {
                    ErpTrigger.lunShutdown(lun(adapter, trace), clear, tag);
                } else {
                    ErpTrigger.lunReopen(lun(adapter, trace), clear, tag);
                }
            }
            default -> throw new SkipException("line " + trace.number() + ": unknown trigger " + tag);
        }
    }

    private static boolean isShutdown(Line trace, String status) {
        return (trace.number(status) & ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING) == 0;
    }

    /** The bits that the caller wanted cleared in addition; those of a shutdown are cleared by the driver itself. */
    private static int clearMask(Line trace, Line change) {
        if (change == null) {
            return 0;
        }
        int cleared = (int) (change.number("old") & ~change.number("new")) & ~ALWAYS_CLEARED;
        return cleared & ~ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING;
    }

    private static Port port(ReplayDevice device, Line trace) {
        Port port = device.port(trace.number("wwpn"));
        if (port == null) {
            throw new ReplayFailure("no port " + trace.text("wwpn"));
        }
        return port;
    }

    private static ScsiDevice lun(Adapter adapter, Line trace) {
        var devices = adapter.scsiHost.devices;
        for (ListNode<ScsiDevice> n = devices.first(); n != null; n = devices.next(n)) {
            ScsiDev lun = ScsiDev.of(n.owner());
            if (lun.port != null && lun.port.wwpn == trace.number("wwpn")
                && ScsiDev.fcpLun(n.owner()) == trace.number("lun")) {
                return n.owner();
            }
        }
        throw new ReplayFailure("no LUN " + trace.text("lun") + " of port " + trace.text("wwpn"));
    }

    /** {@code zfcp_sysfs_port_failed_store}. */
    private static void failedPort(Port port, String tag) {
        ErpStatus.setPortStatus(port, ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING);
        ErpTrigger.portReopen(port, ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED, tag);
        ErpWait.wait(port.adapter);
    }

    /** {@code zfcp_sysfs_unit_failed_store} and {@code zfcp_sysfs_scsi_zfcp_failed_store}. */
    private static void failedLun(ScsiDevice sdev, String tag) {
        ErpStatus.setLunStatus(sdev, ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING);
        ErpTrigger.lunReopen(sdev, ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED, tag);
        ErpWait.wait(ScsiDev.of(sdev).port.adapter);
    }

    /** {@code zfcp_sysfs_port_remove_store} of a port that is not in use. */
    private static void removePort(Adapter adapter, Port port, String tag) {
        adapter.portListLock.writeLockIrq();
        port.list.del();
        adapter.portListLock.writeUnlockIrq();
        ErpTrigger.portShutdown(port, 0, tag);
        port.dev.unregister();
    }

}
