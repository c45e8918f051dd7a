// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import org.zfcp4j.lab.Event;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;

/**
 * {@code version_change_lost_work} waits for an answer ahead of {@code stat_work} when the cable bounces. Alone it holds
 * {@code stat_work} up until the close dismisses its request, and no longer: {@code stat_work} fails while the queues are down. With remote
 * ports, if {@code stat_work} was not pending yet, their {@code rport_work} comes in between, and takes the time that the reopen takes.
 */
final class VersionChange extends Moment {
    private static final int QUIET_MILLIS = 3000;

    private final boolean ports;
    private final int notifications;

    private VersionChange(String name, String title, boolean ports, int notifications) {
        super(name, title);
        this.ports = ports;
        this.notifications = notifications;
    }

    /** No remote port. */
    static VersionChange alone() {
        return new VersionChange("version-change", "version_change_lost_work of 7.1 is ahead of stat_work; close ends its request", false, 0);
    }

    /** And remote ports. */
    static VersionChange withPorts() {
        return new VersionChange("version-change-rport", "the same, and the rport_work of each port", true, 0);
    }

    /** All status read buffers are used up while the work queue is held up. */
    static VersionChange ofBurst() {
        return new VersionChange("version-change-burst", "the same with 16 notifications", true, CableBounce.BURST);
    }

    @Override
    public void configure(WorldConfig config) {
        CableBounce.configure(config);
    }

    @Override
    public void play(World world) {
        FcpDevice device = world.device(0);
        if (ports) {
            SmallSan.connect(world);
        }
        device.setOnline();
        if (ports) {
            SmallSan.expectPorts(world);
        }
        world.sleep(QUIET_MILLIS);
        if (ports) {
            VersionLost.notifyAfterRscn(world, device);
            CableBounce.play(world, device, notifications);
            SmallSan.expectPorts(world);
        } else {
            VersionLost.notify(world, device);
            CableBounce.play(world, device, notifications);
        }
    }

    @Override
    public boolean isOpening(Event event) {
        return VersionLost.isOpening(event);
    }

    @Override
    public Expectation expected(String policy) {
        return ports ? Expectation.acrossReopen(policy) : Expectation.HOLDS;
    }
}
