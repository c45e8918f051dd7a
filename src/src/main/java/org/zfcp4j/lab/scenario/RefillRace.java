// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import org.zfcp4j.channel.Notification;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.lab.WorldResult;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.zfcp.def.ZfcpStatus;

/** One device comes up while the channel has a notification to deliver: it uses the first status read buffer that it gets. */
final class RefillRace extends Moment {
    RefillRace() {
        super("refill-race", "initial posting against stat_work");
    }

    @Override
    public void configure(WorldConfig config) {
        config.devices(1);
    }

    @Override
    public void play(World world) {
        FcpDevice device = world.device(0);
        world.fork("online", device::setOnline);
        world.await(() -> device.adapter() != null
                && (device.adapter().status.read() & ZfcpStatus.ZFCP_STATUS_ADAPTER_QDIOUP) != 0, 1_000);
        device.notify("notification", Notification.of(FsfConstants.FSF_STATUS_READ_SENSE_DATA_AVAIL, 0));
    }

    @Override
    public boolean isSearched() {
        return true;
    }

    @Override
    public boolean isDecisive(WorldResult result, String policy) {
        return result.violated() || !policy.equals("check-then-dec");
    }

    @Override
    public Expectation expected(String policy) {
        return policy.equals("check-then-dec") ? Expectation.BREAKS : Expectation.HOLDS;
    }
}
