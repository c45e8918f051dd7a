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
        world.devices().forEach(FcpDevice::setOnline);
        SmallSan.expectPorts(world);

        RemotePort port = SmallSan.PORTS.get(0);
        int silent = world.channel().addFault(Fault.of(FaultAction.SILENCE, 0)
                .command(FsfConstants.FSF_QTCB_OPEN_PORT_WITH_DID).port(port.wwpn()));
        world.note("", "a remote port logs in anew");
        world.channel().san().sendPlogi(port.wwpn());
        world.sleep(world.random().below(5));
        world.device(0).notify("RSCN", Notification.rscn(SmallSan.PORTS.get(1).dId()));
        world.sleep(world.random().below(5));
        world.devices().forEach(FcpDevice::setOffline);
        world.devices().forEach(device -> world.expect(!device.isUp(), device, "the adapter is still up"));

        world.channel().removeFault(silent);
        world.devices().forEach(FcpDevice::setOnline);
        SmallSan.expectPorts(world);
    }
}
