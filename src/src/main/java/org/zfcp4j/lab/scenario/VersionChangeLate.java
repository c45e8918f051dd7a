// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import org.zfcp4j.lab.Event;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;

/** The close dismisses the request that {@code version_change_lost_work} waits for, and the worker wakes up late. */
final class VersionChangeLate extends LateWorker {
    VersionChangeLate() {
        super("version-change-late", "version_change_lost_work of 7.1 is ahead of stat_work, and the worker is late");
    }

    @Override
    public void configure(WorldConfig config) {
        CableBounce.configure(config);
    }

    @Override
    public void play(World world) {
        FcpDevice device = world.device(0);
        device.setOnline();
        world.sleep(100);
        VersionLost.notify(world, device);
        CableBounce.play(world, device, 0);
    }

    @Override
    public boolean isOpening(Event event) {
        return VersionLost.isOpening(event);
    }
}
