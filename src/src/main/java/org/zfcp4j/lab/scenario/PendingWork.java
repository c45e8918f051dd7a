// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import java.util.List;
import org.zfcp4j.channel.ChannelParameter;
import org.zfcp4j.channel.Fault;
import org.zfcp4j.channel.FaultAction;
import org.zfcp4j.lab.Event;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.Lane;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fsf.FsfConstants;

/**
 * A {@code stat_work} queued before a reopen runs after the queues were opened again and before the count of missing buffers is set.
 * Nothing is forced: the ordered work queue is held up by the port scan, which sleeps for a second because the name server was
 * unable to answer; the cable is pulled and replugged in that second; recovery loops through HOST_CONNECTION_INITIALIZING; and
 * the scan gives up when exchange config data was answered and exchange port data is in progress. Each notification that the channel
 * delivers while the queue is held up adds one to what that {@code stat_work} posts, up to all that were agreed.
 */
final class PendingWork extends Moment {
    private static final int PORT_SCAN_RATELIMIT = 1000;
    private static final long NAME_SERVER_NANOS = 400_000_000;
    private static final long PORT_DATA_NANOS = 300_000_000;
    private static final int UNTIL_PULLED = 100;
    private static final int LINK_DOWN_MILLIS = 150;
    /** With LINK_DOWN and LINK_UP they use up 16 status read buffers. */
    private static final int BURST = 14;

    private final int notifications;

    private PendingWork(String name, String title, int notifications) {
        super(name, title);
        this.notifications = notifications;
    }

    /** LINK_DOWN and LINK_UP are the only notifications. */
    static PendingWork ofLinkFlap() {
        return new PendingWork("pending-work", "a stat_work queued before the reopen runs before the counter is set", 0);
    }

    /** All status read buffers are used up while the work queue is held up. */
    static PendingWork ofBurst() {
        return new PendingWork("burst", "the same after 16 notifications: it posts 16, and recovery posts 16", BURST);
    }

    @Override
    public void configure(WorldConfig config) {
        config.portScan(PORT_SCAN_RATELIMIT, 0).faults(List.of(
                slow(FsfConstants.FSF_QTCB_SEND_GENERIC, NAME_SERVER_NANOS),
                slow(FsfConstants.FSF_QTCB_EXCHANGE_PORT_DATA, PORT_DATA_NANOS)));
    }

    private static Fault slow(int command, long nanos) {
        return Fault.of(FaultAction.DELAY, 0).on(0).command(command).delay(nanos);
    }

    @Override
    public void play(World world) {
        FcpDevice first = world.device(0);
        first.setOnline();
        // The login of the second one is an RSCN for the first, whose scan the rate limit puts off by a second.
        world.channel().addFault(Fault.of(FaultAction.CT_REJECT, FcConstants.FC_FS_RJT_UNABL).on(0)
                .opcode(FcConstants.FC_NS_GPN_FT).times(1));
        world.device(1).setOnline();

        world.await(() -> world.isWorkAsleep(first), 5_000);
        first.subchannel().set(ChannelParameter.HOST_CONNECTION_TRIES, 1);
        Notifications.burst(world, first, notifications);
        world.sleep(UNTIL_PULLED);
        world.unplug();
        world.sleep(LINK_DOWN_MILLIS);
        world.replug();
    }

    /** The scan goes to sleep. */
    @Override
    public boolean isOpening(Event event) {
        return event.kind() == Event.Kind.SLEEP && event.lane() == Lane.WORK;
    }

    @Override
    public Expectation expected(String policy) {
        return Expectation.acrossReopen(policy);
    }
}
