// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import java.util.List;
import org.zfcp4j.channel.ChannelParameter;
import org.zfcp4j.lab.Event;
import org.zfcp4j.lab.Event.Kind;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.Lane;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.lab.WorldResult;

/**
 * While the recovery thread posts the initial status read buffers, the channel uses one up, and {@code stat_work} refills at the
 * same time. The notification is the RSCN that tells of the other device: both log in again at the same time.
 */
final class ParallelClaim extends Moment {
    private static final int LINK_DOWN_MILLIS = 200;
    /** The driver's own: the RSCN must not start a port scan at once, which would come before {@code stat_work}. */
    private static final int PORT_SCAN_RATELIMIT = 60_000;

    ParallelClaim() {
        super("parallel-claim", "a notification during the initial posting: stat_work refills in parallel");
    }

    @Override
    public void configure(WorldConfig config) {
        config.portScan(PORT_SCAN_RATELIMIT, 0);
    }

    @Override
    public void play(World world) {
        world.devices().forEach(FcpDevice::setOnline);
        world.sleep(100);
        world.channel().set(ChannelParameter.HOST_CONNECTION_TRIES, 1);
        world.unplug();
        world.sleep(LINK_DOWN_MILLIS);
        world.replug();
    }

    @Override
    public Expectation expected(String policy) {
        return policy.equals("check-then-dec") ? Expectation.BREAKS : Expectation.HOLDS;
    }

    /** The counter is set anew. */
    @Override
    public boolean isOpening(Event event) {
        return event.kind() == Kind.STAT_MISS && event.lane() == Lane.ERP && event.b() != event.a() - 1;
    }

    @Override
    public boolean isSearched() {
        return true;
    }

    @Override
    public boolean isDecisive(WorldResult result, String policy) {
        return switch (policy) {
            case "check-then-dec" -> result.violated();
            case "wait-for-work", "claim-all" -> true;
            default -> result.violated() || lastBufferContended(result.events());
        };
    }

    /** True if {@code stat_work} was at work when the recovery thread of the same device posted its last buffer. */
    private static boolean lastBufferContended(List<Event> events) {
        int last = -1;
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            if (event.kind() == Kind.POST && event.lane() == Lane.ERP) {
                last = i;
            } else if (event.kind() == Kind.WORK_END && event.name().equals("stat_work")) {
                int start = startOfWork(events, i);
                if (start < last && last < i && events.get(last).device().equals(event.device())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int startOfWork(List<Event> events, int end) {
        for (int i = end; i >= 0; i--) {
            Event event = events.get(i);
            if (event.kind() == Kind.WORK_START && event.context().equals(events.get(end).context())) {
                return i;
            }
        }
        return end;
    }
}
