// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.unit;

import java.util.HexFormat;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.Mutex;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.FcHost;
import org.zfcp4j.scsi.FcRport;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiMidlayer;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Configuring;
import org.zfcp4j.zfcp.def.FcpLun;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.Unit;

/**
 * {@code zfcp_unit.c}: LUNs that are configured by hand, needed where the midlayer may not scan for LUNs itself. FCP LUNs are
 * the eight bytes on the wire, read big-endian. Process context.
 */
public final class Units {
    private Units() {
    }

    /** {@code zfcp_unit_scsi_scan}: has the midlayer scan the LUN, if the remote port is online. */
    @LinuxSource("zfcp_unit.c:zfcp_unit_scsi_scan")
    public static void unitScsiScan(Unit unit) {
        Adapter adapter = unit.port.adapter;
        FcRport rport = unit.port.rport;
        long lun = FcpLun.toScsiLun(unit.fcpLun);

        if (rport != null && rport.portState == FcHost.FC_PORTSTATE_ONLINE) {
            adapter.module.scsi.scanTarget(adapter.scsiHost, rport, 0, rport.scsiTargetId, lun,
                    ScsiConstants.SCSI_SCAN_MANUAL);
        }
    }

    /** {@code zfcp_unit_scsi_scan_work}: function of {@code scsi_work}, which holds a reference on the unit. */
    @LinuxSource("zfcp_unit.c:zfcp_unit_scsi_scan_work")
    private static void unitScsiScanWork(Work work) {
        Unit unit = (Unit) work.owner();

        unitScsiScan(unit);
        unit.dev.put();
    }

    /**
     * {@code zfcp_unit_queue_scsi_scan}: has the midlayer scan all units of a port whose remote port was just added. On the
     * host's work queue: the scan sends commands, which the adapter's own queue must not wait for.
     */
    @LinuxSource("zfcp_unit.c:zfcp_unit_queue_scsi_scan")
    public static void unitQueueScsiScan(Port port) {
        Adapter adapter = port.adapter;
        ScsiMidlayer scsi = adapter.module.scsi;

        port.unitListLock.readLockIrq();
        for (ListNode<Unit> n = port.unitList.first(); n != null; n = port.unitList.next(n)) {
            Unit unit = n.owner();
            unit.dev.get();
            if (!scsi.queueWork(adapter.scsiHost, unit.scsiWork)) {
                unit.dev.put();
            }
        }
        port.unitListLock.readUnlockIrq();
    }

    /** {@code _zfcp_unit_find}: as {@link #unitFind}; the caller holds the lock of the unit list. */
    @LinuxSource("zfcp_unit.c:_zfcp_unit_find")
    private static Unit unitFindLocked(Port port, long fcpLun) {
        for (ListNode<Unit> n = port.unitList.first(); n != null; n = port.unitList.next(n)) {
            Unit unit = n.owner();
            if (unit.fcpLun == fcpLun) {
                unit.dev.get();
                return unit;
            }
        }
        return null;
    }

    /** {@code zfcp_unit_find}: the unit with this LUN, with a reference for the caller; or null. */
    @LinuxSource("zfcp_unit.c:zfcp_unit_find")
    public static Unit unitFind(Port port, long fcpLun) {
        port.unitListLock.readLockIrq();
        Unit unit = unitFindLocked(port, fcpLun);
        port.unitListLock.readUnlockIrq();
        return unit;
    }

    /** {@code zfcp_unit_release}: the last reference on the unit's device is gone. Any context. */
    @LinuxSource("zfcp_unit.c:zfcp_unit_release")
    private static void unitRelease(Device dev) {
        Unit unit = (Unit) dev.container();
        unit.port.units.dec();
    }

    /**
     * {@code zfcp_unit_add}: configures a LUN and has the midlayer scan it.
     *
     * @return 0, {@code -ENODEV} if the port is being removed, {@code -EEXIST}, {@code -ENOMEM}
     */
    @LinuxSource("zfcp_unit.c:zfcp_unit_add")
    public static int unitAdd(Port port, long fcpLun) {
        Kernel kernel = port.adapter.module.kernel;
        Mutex portUnits = port.adapter.module.sysfsPortUnitsMutex;
        Unit unit;

        portUnits.lock();
        try {
            if (PortUnits.portIsRemoving(port)) {
                return -Errno.ENODEV;
            }

            unit = unitFind(port, fcpLun);
            if (unit != null) {
                unit.dev.put();
                return -Errno.EEXIST;
            }

            if (!kernel.mayAllocate("zfcp_unit")) {
                return -Errno.ENOMEM;
            }
            unit = new Unit(port, fcpLun);
            unit.dev = new Device(kernel, "0x" + HexFormat.of().toHexDigits(fcpLun), port.dev, unit, Units::unitRelease);
            unit.scsiWork = kernel.work("scsi_work", unit, Units::unitScsiScanWork);

            if (unit.dev.register() != 0) {
                // As in C, the release counts a unit off that was not counted yet.
                unit.dev.put();
                return -Errno.ENOMEM;
            }

            port.units.inc();

            port.unitListLock.writeLockIrq();
            port.unitList.addTail(unit.list);
            port.unitListLock.writeUnlockIrq();
        } finally {
            // Before the scan: slave_alloc takes this mutex below the midlayer's scan mutex.
            portUnits.unlock();
        }

        unitScsiScan(unit);
        return 0;
    }

    /** {@code zfcp_unit_sdev}: the SCSI device of the unit with a reference for the caller; or null. */
    @LinuxSource("zfcp_unit.c:zfcp_unit_sdev")
    public static ScsiDevice unitSdev(Unit unit) {
        Port port = unit.port;
        long lun = FcpLun.toScsiLun(unit.fcpLun);
        return port.adapter.module.scsi.deviceLookup(port.adapter.scsiHost, 0, port.stargetId, lun);
    }

    /** {@code zfcp_unit_sdev_status}: status word of the unit's SCSI device; 0 if there is none. */
    @LinuxSource("zfcp_unit.c:zfcp_unit_sdev_status")
    public static int unitSdevStatus(Unit unit) {
        int status = 0;

        ScsiDevice sdev = unitSdev(unit);
        if (sdev != null) {
            status = ScsiDev.of(sdev).status.read();
            sdev.put();
        }

        return status;
    }

    /**
     * {@code zfcp_unit_remove}: takes a LUN out of the configuration and its SCSI device away.
     *
     * @return 0, or {@code -EINVAL} if there is no such unit
     */
    @LinuxSource("zfcp_unit.c:zfcp_unit_remove")
    public static int unitRemove(Port port, long fcpLun) {
        port.unitListLock.writeLockIrq();
        Unit unit = unitFindLocked(port, fcpLun);
        if (unit != null) {
            unit.list.del();
        }
        port.unitListLock.writeUnlockIrq();

        if (unit == null) {
            return -Errno.EINVAL;
        }

        ScsiDevice sdev = unitSdev(unit);
        if (sdev != null) {
            port.adapter.module.scsi.removeDevice(sdev);
            sdev.put();
        }

        Configuring configuring = port.adapter.module.level.configuring();
        configuring.offList(unit.dev);

        unit.dev.unregister();

        configuring.unregistered(unit.dev);

        return 0;
    }
}
