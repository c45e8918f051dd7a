// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import org.zfcp4j.lab.Event;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;

/**
 * The ordered work queue is held up by the {@code rport_work} of each remote port: the cable bounces, LINK_DOWN blocks all ports, which
 * queues these items ahead of its {@code stat_work}, and deleting a remote port sleeps. LINK_UP comes while the first one is asleep;
 * the queues are closed and open again, and exchange config data is answered, before the last one ends; the answer to exchange port
 * data takes a while. In between {@code stat_work} posts what was missing, and then the counter is set.
 */
final class RportBlock extends Moment {
    private static final int QUIET_MILLIS = 3000;

    private final int notifications;

    private RportBlock(String name, String title, int notifications) {
        super(name, title);
        this.notifications = notifications;
    }

    /** LINK_DOWN and LINK_UP are the only notifications. */
    static RportBlock once() {
        return new RportBlock("rport-block", "stat_work waits behind the rport_work of each port, which sleeps", 0);
    }

    /** All status read buffers are used up while the work queue is held up. */
    static RportBlock ofBurst() {
        return new RportBlock("rport-block-burst", "the same with 16 notifications", CableBounce.BURST);
    }

    @Override
    public void configure(WorldConfig config) {
        CableBounce.configure(config);
    }

    @Override
    public void play(World world) {
        SmallSan.connect(world);
        FcpDevice device = world.device(0);
        device.setOnline();
        SmallSan.expectPorts(world);
        world.sleep(QUIET_MILLIS);
        CableBounce.play(world, device, notifications);
        SmallSan.expectPorts(world);
    }

    /** The cable bounces. */
    @Override
    public boolean isOpening(Event event) {
        return event.kind() == Event.Kind.ACTION && event.name().equals(World.CABLE_PULLED);
    }

    @Override
    public Expectation expected(String policy) {
        return Expectation.acrossReopen(policy);
    }
}
