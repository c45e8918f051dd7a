// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.virtual.SeededRandom;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.check.Invariant;
import org.zfcp4j.scsi.FcHost;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.adapter.Ports;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.Unit;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.sysfs.AdapterAttributes;
import org.zfcp4j.zfcp.sysfs.LunAttributes;
import org.zfcp4j.zfcp.sysfs.PortAttributes;
import org.zfcp4j.zfcp.unit.Units;

/**
 * An administrator who tries what nobody needs: values that no attribute takes, names that nothing has, statistics. What must come of it does not
 * depend on what else is going on.
 */
final class Curiosity {
    private static final int KINDS = 8;
    /** Nothing has these. */
    private static final long NO_WWPN = 0x5005076300c0ffeeL;
    private static final long NO_LUN = 0x4fff000000000000L;

    private final World world;
    private final Surroundings surroundings;
    private final SeededRandom random;

    Curiosity(World world, Surroundings surroundings, long seed) {
        this.world = world;
        this.surroundings = surroundings;
        this.random = world.config().draws().sequence(seed);
    }

    /** Tries something. Process context. */
    void act() {
        FcpDevice device = world.device(random.below(world.devices().size()));
        Adapter adapter = device.adapter();
        long wwpn = surroundings.any(random).wwpn();
        int value = 1 + random.below(3);
        int kind = random.below(KINDS);
        if (adapter == null || adapter.scsiHost == null) {
            return;
        }
        ScsiHost host = adapter.scsiHost;
        world.note(device.busId(), "curiosity " + kind);
        switch (kind) {
            case 0 -> refused(device, "failed of the adapter", -Errno.EINVAL,
                    AdapterAttributes.adapterFailedStore(adapter.module, adapter.ccwDevice, value));
            case 1 -> withPort(adapter, wwpn, port -> refused(device, "failed of a port", -Errno.EINVAL, PortAttributes.portFailedStore(port, value)));
            case 2 -> withPort(adapter, wwpn, port -> unit(device, port, value));
            case 3 -> refused(device, "port_remove without a port", -Errno.EINVAL,
                    AdapterAttributes.portRemoveStore(adapter.module, adapter.ccwDevice, NO_WWPN));
            case 4 -> withPort(adapter, wwpn, port -> refused(device, "unit_remove without a unit", -Errno.EINVAL,
                    PortAttributes.unitRemoveStore(port, NO_LUN)));
            case 5 -> refused(device, "host_reset of the firmware", -Errno.EOPNOTSUPP, host.template.hostReset(host, ScsiConstants.SCSI_FIRMWARE_RESET));
            case 6 -> {
                host.transport.resetFcHostStats(host);
                host.transport.getFcHostStats(host);
            }
            default -> portState(device, adapter, host);
        }
    }

    private void unit(FcpDevice device, Port port, int value) {
        Unit unit = Units.unitFind(port, SmallSan.LUN);
        if (unit != null) {
            refused(device, "failed of a unit", -Errno.EINVAL, LunAttributes.unitFailedStore(unit, value));
            unit.dev.put();
        }
    }

    private static void withPort(Adapter adapter, long wwpn, java.util.function.Consumer<Port> action) {
        Port port = Ports.getPortByWwpn(adapter, wwpn);
        if (port != null) {
            action.accept(port);
            port.dev.put();
        }
    }

    private void refused(FcpDevice device, String what, int errno, int rc) {
        if (rc != errno) {
            world.violated(Invariant.HOST, device.busId(), what + " answers " + rc + " instead of " + errno);
        }
    }

    /** As the status of the adapter is at that moment. */
    private void portState(FcpDevice device, Adapter adapter, ScsiHost host) {
        int[] states = new int[2];
        world.look(() -> {
            states[0] = expected(adapter.status.read());
            states[1] = host.transport.getHostPortState(host);
            return true;
        });
        if (states[0] != states[1]) {
            world.violated(Invariant.HOST, device.busId(), "the port state of the host is " + states[1] + " instead of " + states[0]);
        }
    }

    private static int expected(int status) {
        if ((status & ZfcpStatus.ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED) != 0) {
            return FcHost.FC_PORTSTATE_LINKDOWN;
        }
        if ((status & ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING) != 0) {
            return FcHost.FC_PORTSTATE_ONLINE;
        }
        return (status & ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED) != 0 ? FcHost.FC_PORTSTATE_ERROR : FcHost.FC_PORTSTATE_UNKNOWN;
    }
}
