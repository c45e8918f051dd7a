// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;

/** Set online, find the remote ports, stay up. */
final class BringUp extends Moment {
    BringUp() {
        super("bring-up", "exchange config and port data, 16 status read buffers, port scan");
    }

    @Override
    public void play(World world) {
        SmallSan.connect(world);
        world.devices().forEach(FcpDevice::setOnline);
        SmallSan.expectPorts(world);
    }
}
