// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import java.util.List;
import org.zfcp4j.channel.RamDisk;
import org.zfcp4j.channel.RemotePort;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.Parts;
import org.zfcp4j.lab.World;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ZfcpStatus;

/** Two storage ports with a disk each. */
final class SmallSan {
    /** The ports of the storage server. */
    static final List<RemotePort> PORTS = List.of(
            new RemotePort(0x500507630300c562L, 0x5005076303ffc562L, 0x010200),
            new RemotePort(0x500507630303c562L, 0x5005076303ffc562L, 0x010300));

    private static final int PORT_BITS = ZfcpStatus.ZFCP_STATUS_COMMON_OPEN | ZfcpStatus.ZFCP_STATUS_COMMON_UNBLOCKED;
    private static final int BLOCKS = 64;
    private static final int BLOCK_SIZE = 512;
    /** The disk behind each port, as FCP has it. */
    static final long LUN = 0x4010400040200000L;

    private SmallSan() {
    }

    /** How many ports there are in a world. */
    static int ports(World world) {
        return world.config().parts().of(Parts.PORTS, PORTS.size());
    }

    static void connect(World world) {
        connect(world, BLOCKS);
    }

    /** @param blocks size of the disks */
    private static void connect(World world, int blocks) {
        connect(world, PORTS.subList(0, ports(world)), blocks, false);
    }

    /**
     * The same with some of the ports.
     *
     * @param protection whether disks are formatted with protection information
     */
    static void connect(World world, List<RemotePort> ports, int blocks, boolean protection) {
        for (RemotePort port : ports) {
            world.channel().san().addPort(port, false);
            world.channel().san().addDisk(port.wwpn(), new RamDisk(LUN, blocks, BLOCK_SIZE, false, protection));
        }
    }

    /** How many of the ports the driver has open. */
    static int open(FcpDevice device) {
        int[] open = {0};
        Adapter adapter = device.adapter();
        if (adapter != null) {
            adapter.portListLock.readLockIrq();
            adapter.portList.forEach(port -> open[0] += isOpen(port) ? 1 : 0);
            adapter.portListLock.readUnlockIrq();
        }
        return open[0];
    }

    private static boolean isOpen(Port port) {
        return (port.status.read() & PORT_BITS) == PORT_BITS
                && PORTS.stream().anyMatch(remote -> remote.wwpn() == port.wwpn);
    }

    /** Once nothing disturbs any more, all devices find all ports. */
    static void expectPorts(World world) {
        expectPorts(world, ports(world));
    }

    /** The same for so many ports. */
    static void expectPorts(World world, int ports) {
        for (FcpDevice device : world.devices()) {
            world.expect(world.await(() -> open(device) == ports, 30_000), device, "the remote ports were not recovered");
        }
    }
}
