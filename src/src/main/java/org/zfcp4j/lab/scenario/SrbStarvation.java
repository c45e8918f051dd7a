// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import org.zfcp4j.channel.Fault;
import org.zfcp4j.channel.FaultAction;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.qdio.Subchannel;

/**
 * More notifications than buffers, then a period in which no buffer can be posted: the last one that fails finds all missing and has
 * the adapter recovered. When it is over, everything is there again.
 */
final class SrbStarvation extends Moment {
    private static final int BURST = 40;
    private static final int BUFFERS = 16;

    SrbStarvation() {
        super("srb-starvation", "40 notifications at once; then 16, while no buffer can be posted");
    }

    @Override
    public void play(World world) {
        world.devices().forEach(FcpDevice::setOnline);
        FcpDevice device = world.device(0);
        world.sleep(100);
        Notifications.burst(world, device, BURST);
        world.sleep(100 + world.random().below(100));

        world.note(device.busId(), "SIGA-w fails from now on");
        int rule = world.channel().addFault(Fault.of(FaultAction.SIGA, Subchannel.CC_STATUS_PENDING).on(0));
        Notifications.burst(world, device, BUFFERS);
        world.sleep(100 + world.random().below(2000));
        world.channel().removeFault(rule);
        world.note(device.busId(), "SIGA-w works again");
        world.expect(world.await(device::isUp, 60_000), device, "the adapter was not recovered");
    }
}
