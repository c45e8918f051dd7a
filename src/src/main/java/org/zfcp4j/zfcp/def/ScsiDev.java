// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiDevice;

/**
 * {@code struct zfcp_scsi_dev}: what the driver keeps for a SCSI device. It is there, zeroed, as soon as the device is on its host's
 * list, and belongs to no port until slave_alloc accepts the device.
 */
public final class ScsiDev {
    public final AtomicInt status;
    /** Handle that the channel gave when the LUN was opened. */
    public volatile int lunHandle;
    public final ErpAction erpAction;
    public final AtomicInt erpCounter;
    public final Latencies latencies;
    /**
     * Null until slave_alloc has accepted the device, which never changes it again. Plain as in C: walkers of the host's list only
     * compare it, and whoever goes through it learns of the device from a recovery action or a command, both of which follow.
     */
    public Port port;

    public ScsiDev(Adapter adapter, ScsiDevice sdev) {
        Kernel kernel = adapter.module.kernel;
        this.status = kernel.atomicInt("status", this, 0);
        this.erpCounter = kernel.atomicInt("erp_counter", this, 0);
        this.erpAction = new ErpAction(adapter, null, sdev);
        this.latencies = new Latencies(kernel);
        this.sdev = sdev;
    }

    /** The device lies below {@code port} from now on. */
    public void attach(Port newPort) {
        erpAction.port = newPort;
        port = newPort;
    }

    /** The device this belongs to. */
    public final ScsiDevice sdev;

    /** {@code sdev_to_zfcp}. */
    @LinuxSource("zfcp_def.h:sdev_to_zfcp")
    public static ScsiDev of(ScsiDevice sdev) {
        return (ScsiDev) sdev.transportData;
    }

    /** {@code zfcp_scsi_dev_lun}: the FCP LUN, as the eight bytes on the wire read big-endian. */
    @LinuxSource("zfcp_def.h:zfcp_scsi_dev_lun")
    public static long fcpLun(ScsiDevice sdev) {
        return FcpLun.fromScsiLun(sdev.lun);
    }
}
