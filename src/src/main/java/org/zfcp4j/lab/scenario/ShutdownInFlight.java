// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import org.zfcp4j.channel.Fault;
import org.zfcp4j.channel.FaultAction;
import org.zfcp4j.channel.Notification;
import org.zfcp4j.channel.RemotePort;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.layout.fsf.FsfConstants;

/** Offline in the middle of port recovery, with requests that the channel never answers, then online again. */
final class ShutdownInFlight extends Moment {
    ShutdownInFlight() {
        super("shutdown-in-flight", "offline while requests are pending and ports are recovered, then online again");
    }

    @Override
    public void play(World world) {
        SmallSan.connect(world);
        int silent = world.channel().addFault(Fault.of(FaultAction.SILENCE, 0)
                .command(FsfConstants.FSF_QTCB_OPEN_PORT_WITH_DID).port(SmallSan.PORTS.get(1).wwpn()));
        world.devices().forEach(device -> world.fork("online" + device.busId(), device::setOnline));
        FcpDevice device = world.device(0);
        world.await(() -> SmallSan.open(device) > 0, 1_000);
        world.sleep(world.random().below(20));
        RemotePort port = SmallSan.PORTS.get(0);
        device.notify("RSCN", Notification.rscn(port.dId()));
        world.sleep(world.random().below(3));
        world.devices().forEach(FcpDevice::setOffline);
        world.devices().forEach(d -> world.expect(d.cdev().online() || !d.isUp(), d, "the adapter is still up"));

        world.channel().removeFault(silent);
        world.devices().forEach(FcpDevice::setOnline);
        SmallSan.expectPorts(world);
    }
}
