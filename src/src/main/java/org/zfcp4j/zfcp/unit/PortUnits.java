// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.unit;

import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;

/**
 * {@code zfcp_sysfs.c}: the number of units of a port, which is -1 from the moment that the port is being removed. The
 * module's {@code zfcp_sysfs_port_units_mutex} makes looking and acting one step; it is taken after the midlayer's scan
 * mutex, never before. Process context.
 */
public final class PortUnits {
    private static final int REMOVING = -1;

    private PortUnits() {
    }

    /** {@code zfcp_sysfs_port_set_removing}: no unit and no SCSI device comes any more. The caller holds the mutex. */
    @LinuxSource("zfcp_sysfs.c:zfcp_sysfs_port_set_removing")
    private static void portSetRemoving(Port port) {
        port.adapter.module.sysfsPortUnitsMutex.lockdepAssertHeld();
        port.units.set(REMOVING);
    }

    /** {@code zfcp_sysfs_port_is_removing}: the caller holds the mutex. */
    @LinuxSource("zfcp_sysfs.c:zfcp_sysfs_port_is_removing")
    public static boolean portIsRemoving(Port port) {
        port.adapter.module.sysfsPortUnitsMutex.lockdepAssertHeld();
        return port.units.read() == REMOVING;
    }

    /**
     * {@code zfcp_sysfs_port_in_use}: true if the port has units or SCSI devices; false if it has none, and then it never will.
     * Takes the mutex.
     */
    @LinuxSource("zfcp_sysfs.c:zfcp_sysfs_port_in_use")
    public static boolean portInUse(Port port) {
        Adapter adapter = port.adapter;

        adapter.module.sysfsPortUnitsMutex.lock();
        try {
            if (port.units.read() > 0) {
                return true;
            }

            ScsiHost shost = adapter.scsiHost;
            shost.hostLock.lockIrq();
            try {
                for (ListNode<ScsiDevice> n = shost.devices.first(); n != null; n = shost.devices.next(n)) {
                    if (isAliveBelow(n.owner(), port)) {
                        return true;
                    }
                }

                portSetRemoving(port);
                return false;
            } finally {
                shost.hostLock.unlockIrq();
            }
        } finally {
            adapter.module.sysfsPortUnitsMutex.unlock();
        }
    }

    private static boolean isAliveBelow(ScsiDevice sdev, Port port) {
        if (sdev.state == ScsiDevice.State.DEL || sdev.state == ScsiDevice.State.CANCEL) {
            return false;
        }
        return ScsiDev.of(sdev).port == port;
    }
}
