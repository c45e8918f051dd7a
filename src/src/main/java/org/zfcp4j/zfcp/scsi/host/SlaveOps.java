// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.scsi.host;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.adapter.Ports;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Latencies.LatencyCont;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.Unit;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.erp.ErpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.erp.ErpWait;
import org.zfcp4j.zfcp.unit.PortUnits;
import org.zfcp4j.zfcp.unit.Units;

/** {@code zfcp_scsi.c}: the life of a SCSI device as the driver sees it. Process context. */
public final class SlaveOps {
    /** What the first measured latency is less than. */
    private static final long LATENCY_MIN_START = 0xFFFFFFFFL;

    private SlaveOps() {
    }

    /**
     * {@code zfcp_scsi_slave_alloc}: decides whether the driver takes care of a LUN and opens it. The status word may have bits
     * already, since the device is on the host's list: whatever recovery has spread to all LUNs of the host meanwhile stays.
     *
     * @return 0, also if the LUN could not be opened; {@code -ENXIO} if the LUN shall not be used
     */
    @LinuxSource(value = "zfcp_scsi.c:zfcp_scsi_slave_alloc", level = "5.10")
    @LinuxSource(value = "zfcp_scsi.c:zfcp_scsi_sdev_init", level = "7.1")
    public static int slaveAlloc(ScsiDevice sdev) {
        Adapter adapter = (Adapter) sdev.host.hostdata;
        boolean npiv = (adapter.connectionFeatures & FsfConstants.FSF_FEATURE_NPIV_MODE) != 0;

        Port port = Ports.getPortByWwpn(adapter, sdev.rport.portName);
        if (port == null) {
            return -Errno.ENXIO;
        }

        adapter.module.sysfsPortUnitsMutex.lock();
        if (PortUnits.portIsRemoving(port)) {
            adapter.module.sysfsPortUnitsMutex.unlock();
            port.dev.put();
            return -Errno.ENXIO;
        }
        adapter.module.sysfsPortUnitsMutex.unlock();

        Unit unit = Units.unitFind(port, ScsiDev.fcpLun(sdev));
        if (unit != null) {
            unit.dev.put();
        }

        if (unit == null && !(adapter.module.parameters.allowLunScan && npiv)) {
            port.dev.put();
            return -Errno.ENXIO;
        }

        ScsiDev zfcpSdev = ScsiDev.of(sdev);
        zfcpSdev.attach(port);
        start(zfcpSdev.latencies.write);
        start(zfcpSdev.latencies.read);
        start(zfcpSdev.latencies.cmd);

        ErpStatus.setLunStatus(sdev, ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING);
        ErpTrigger.lunReopen(sdev, 0, "scsla_1");
        ErpWait.wait(port.adapter);

        return 0;
    }

    private static void start(LatencyCont cont) {
        cont.channel.min = LATENCY_MIN_START;
        cont.fabric.min = LATENCY_MIN_START;
    }

    /** {@code zfcp_scsi_slave_configure}: sets the queue depth. */
    @LinuxSource(value = "zfcp_scsi.c:zfcp_scsi_slave_configure", level = "5.10")
    @LinuxSource(value = "zfcp_scsi.c:zfcp_scsi_sdev_configure", level = "7.1")
    public static int slaveConfigure(ScsiDevice sdp) {
        Adapter adapter = (Adapter) sdp.host.hostdata;

        if (sdp.taggedSupported) {
            adapter.module.scsi.changeQueueDepth(sdp, adapter.module.parameters.queueDepth);
        }
        return 0;
    }

    /** {@code zfcp_scsi_slave_destroy}: closes the LUN and gives the port back, unless slave_alloc refused the device. */
    @LinuxSource(value = "zfcp_scsi.c:zfcp_scsi_slave_destroy", level = "5.10")
    @LinuxSource(value = "zfcp_scsi.c:zfcp_scsi_sdev_destroy", level = "7.1")
    public static void slaveDestroy(ScsiDevice sdev) {
        ScsiDev zfcpSdev = ScsiDev.of(sdev);

        if (zfcpSdev.port == null) {
            return;
        }

        ErpTrigger.lunShutdownWait(sdev, "scssd_1");
        zfcpSdev.port.dev.put();
    }
}
