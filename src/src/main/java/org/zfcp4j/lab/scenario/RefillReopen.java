// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import org.zfcp4j.channel.Notification;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.layout.fsf.FsfConstants;

/** LINK_UP uses a status read buffer, queues {@code stat_work} and has the adapter reopened: both go on from there. */
final class RefillReopen extends LateWorker {
    RefillReopen() {
        super("refill-reopen", "a stat_work queued before a reopen against the reopen");
    }

    @Override
    public void configure(WorldConfig config) {
        config.devices(1);
    }

    @Override
    public void play(World world) {
        FcpDevice device = world.device(0);
        device.setOnline();
        world.sleep(100);
        device.notify("LINK_UP", Notification.of(FsfConstants.FSF_STATUS_READ_LINK_UP, 0));
    }
}
