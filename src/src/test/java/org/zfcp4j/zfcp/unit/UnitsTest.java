// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zfcp4j.zfcp.scsi.host.HostBed.FCP_LUN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Mutex;
import org.zfcp4j.zfcp.def.Unit;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.scsi.host.HostBed;

class UnitsTest {
    @Test
    void aUnitBelowAnOnlinePortBecomesAScsiDevice() {
        HostBed.run(bed -> {
            bed.addRport();
            bed.events.clear();

            assertEquals(0, Units.unitAdd(bed.port, FCP_LUN));

            assertEquals(List.of("scan_target 0 40004010", "scsla_1", "slave_alloc 0"), bed.events);
            assertEquals(32, bed.device().queueDepth);
            Unit unit = bed.port.unitList.first().owner();
            assertEquals(ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING, Units.unitSdevStatus(unit));
            assertEquals(-Errno.EEXIST, Units.unitAdd(bed.port, FCP_LUN));
            assertEquals(1, bed.port.units.read());
        });
    }

    @Test
    void unitsOfAPortThatIsNotOnlineWaitForIt() {
        HostBed.run(bed -> {
            assertEquals(0, Units.unitAdd(bed.port, FCP_LUN));
            assertEquals(List.of(), bed.events);
            Unit unit = bed.port.unitList.first().owner();

            bed.addRport();
            unit.scsiWork.flush();

            assertEquals(List.of("scpaddy", "remote_port_add 500507630300c562", "scan_target 0 40004010", "scsla_1",
                    "slave_alloc 0"), bed.events);
            assertEquals(1, unit.dev.references(), "the scan gave its reference back");
        });
    }

    @Test
    void removingAUnitRemovesItsDeviceAndTheCountFallsWithTheLastReference() {
        HostBed.run(bed -> {
            bed.addRport();
            assertEquals(-Errno.EINVAL, Units.unitRemove(bed.port, FCP_LUN));
            Units.unitAdd(bed.port, FCP_LUN);
            Unit unit = Units.unitFind(bed.port, FCP_LUN);
            bed.events.clear();

            assertEquals(0, Units.unitRemove(bed.port, FCP_LUN));

            assertEquals(List.of("scssd_1", "slave_destroy"), bed.events);
            assertNull(Units.unitFind(bed.port, FCP_LUN));
            assertNull(Units.unitSdev(unit));
            assertEquals(0, Units.unitSdevStatus(unit));
            assertEquals(1, bed.port.units.read());
            unit.dev.put();
            assertEquals(0, bed.port.units.read());
            assertEquals(1, bed.port.dev.references());
        });
    }

    @Test
    void aPortWithoutUnitsAndDevicesCanBeRemovedAndTakesNoneAfterwards() {
        HostBed.run(bed -> {
            bed.addRport();
            Units.unitAdd(bed.port, FCP_LUN);
            assertTrue(PortUnits.portInUse(bed.port), "a unit");
            Units.unitRemove(bed.port, FCP_LUN);
            assertFalse(PortUnits.portInUse(bed.port));
            Mutex mutex = bed.adapter.module.sysfsPortUnitsMutex;
            mutex.lock();
            assertTrue(PortUnits.portIsRemoving(bed.port));
            mutex.unlock();
            assertEquals(-Errno.ENODEV, Units.unitAdd(bed.port, FCP_LUN));
        });
    }

    @Test
    void aDeviceThatTheMidlayerFoundKeepsThePortInUse() {
        HostBed.run(bed -> {
            bed.adapter.connectionFeatures = 1;
            bed.addRport();
            assertNotNull(bed.scsi.probe(bed.adapter.scsiHost, bed.port.rport, 0, 0));
            assertTrue(PortUnits.portInUse(bed.port));
            bed.scsi.removeDevice(bed.device());
            assertFalse(PortUnits.portInUse(bed.port));
        });
    }
}
