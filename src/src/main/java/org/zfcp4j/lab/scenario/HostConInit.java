// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import org.zfcp4j.channel.ChannelParameter;
import org.zfcp4j.channel.Notification;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.layout.fsf.FsfConstants;

/**
 * The channel is still connecting to the fabric. One device gets an answer at the fourth try; the other one is deferred seven times,
 * which fails its first recovery after 127 seconds. On real threads, both are deferred once.
 */
final class HostConInit extends Moment {
    private static final int PATIENCE_MILLIS = 300_000;

    HostConInit() {
        super("host-con-init", "retries after 1, 2, 4, ... seconds, and recovery of a recovery that failed");
    }

    @Override
    public void play(World world) {
        boolean real = world.config().real();
        world.device(0).subchannel().set(ChannelParameter.HOST_CONNECTION_TRIES, real ? 1 : 3);
        world.device(1).subchannel().set(ChannelParameter.HOST_CONNECTION_TRIES, real ? 1 : 7);
        world.devices().forEach(device -> world.fork("online" + device.busId(), device::setOnline));
        for (FcpDevice device : world.devices()) {
            world.expect(world.await(device::isUp, PATIENCE_MILLIS), device, "the adapter did not come up");
            device.notify("feature update", Notification.of(FsfConstants.FSF_STATUS_READ_FEATURE_UPDATE_ALERT, 0));
        }
    }
}
