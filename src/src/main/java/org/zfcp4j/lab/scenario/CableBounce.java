// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import java.util.List;
import org.zfcp4j.channel.Fault;
import org.zfcp4j.channel.FaultAction;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.layout.fsf.FsfConstants;

/** LINK_DOWN and, before the first remote port is deleted, LINK_UP; the answer to exchange port data takes a while. */
final class CableBounce {
    /** With LINK_DOWN and LINK_UP they use up 16 status read buffers. */
    static final int BURST = 14;

    /** An assumption: the kernel waits for a grace period. */
    private static final int BLOCK_TARGETS_MILLIS = 20;
    private static final int BOUNCE_MILLIS = 5;
    private static final long PORT_DATA_NANOS = 100_000_000;

    private CableBounce() {
    }

    static void configure(WorldConfig config) {
        config.devices(1).blockTargetsMillis(BLOCK_TARGETS_MILLIS).faults(List.of(Fault.of(FaultAction.DELAY, 0).on(0)
                .command(FsfConstants.FSF_QTCB_EXCHANGE_PORT_DATA).delay(PORT_DATA_NANOS)));
    }

    /** @param notifications that come in between */
    static void play(World world, FcpDevice device, int notifications) {
        world.unplug();
        Notifications.burst(world, device, notifications);
        world.sleep(BOUNCE_MILLIS);
        world.replug();
    }
}
