// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_ERP_PENDING;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_ERP_INUSE;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_NOESC;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_OPEN;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_UNBLOCKED;

import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.check.Invariant;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/**
 * What recovery reaches by itself, when nothing disturbs it any more and before anybody helps: adapter, ports and LUNs work, unless recovery
 * has given them up, is still at them, or is known to have lost them.
 */
final class SelfRecovery {
    private static final int USABLE = ZFCP_STATUS_COMMON_OPEN | ZFCP_STATUS_COMMON_UNBLOCKED;
    private static final int LEFT_ALONE = ZFCP_STATUS_COMMON_ERP_FAILED | ZFCP_STATUS_COMMON_ERP_INUSE;

    /** Tag of the record that bit errors shut an adapter down. */
    static final String BIT_ERRORS = "fssrh_b";

    private SelfRecovery() {
    }

    /** Looks at a device, and reports what nobody takes care of. */
    static void expect(World world, FcpDevice device) {
        // Without locks, which a look between two steps does not need.
        if (world.config().real() || world.hasLostFabric(device) || world.isRecoveryStuck(device)) {
            return;
        }
        List<String> lost = new ArrayList<>();
        world.look(() -> {
            look(world, device, lost);
            return true;
        });
        lost.forEach(what -> world.violated(Invariant.RECOVERY, device.busId(), what + " does not work, has not failed, and nobody recovers it"));
    }

    private static void look(World world, FcpDevice device, List<String> lost) {
        Adapter adapter = device.adapter();
        int status = adapter.status.read();
        if ((status & (LEFT_ALONE | ZFCP_STATUS_ADAPTER_ERP_PENDING)) != 0 || !ReqLists.isEmpty(adapter.reqList)
                && (status & USABLE) != USABLE) {
            return;
        }
        if ((status & USABLE) != USABLE) {
            if (!wasShutDown(world, device)) {
                lost.add(String.format("the adapter, status 0x%08x,", status));
            }
            return;
        }
        adapter.portList.forEach(port -> {
            boolean beingEvaluated = world.isScanning(device) && (port.status.read() & ZFCP_STATUS_COMMON_NOESC) != 0;
            if (isLost(port.status.read()) && !beingEvaluated && !world.isLookupLost(device, port)) {
                lost.add(String.format("port 0x%016x, status 0x%08x,", port.wwpn, port.status.read()));
            }
        });
        if (adapter.scsiHost == null) {
            return;
        }
        adapter.scsiHost.devices.forEach(sdev -> {
            ScsiDev lun = ScsiDev.of(sdev);
            boolean alive = sdev.state != ScsiDevice.State.DEL && sdev.state != ScsiDevice.State.CANCEL;
            if (alive && isUsable(lun.port) && isLost(lun.status.read())) {
                lost.add(String.format("LUN 0x%x of port 0x%016x, status 0x%08x,", sdev.lun, lun.port.wwpn, lun.status.read()));
            }
        });
    }

    /** For what the channel told the driver; for too many bit errors, if the module parameter {@code ber_stop} says so. */
    private static boolean wasShutDown(World world, FcpDevice device) {
        String tag = world.shutDownFor(device);
        return !tag.isEmpty() && (world.module().parameters.berStop || !tag.equals(BIT_ERRORS));
    }

    private static boolean isUsable(Port port) {
        int status = port.status.read();
        return (status & USABLE) == USABLE && (status & LEFT_ALONE) == 0;
    }

    private static boolean isLost(int status) {
        return (status & USABLE) != USABLE && (status & LEFT_ALONE) == 0;
    }
}
