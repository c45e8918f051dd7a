// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import org.zfcp4j.channel.Fault;
import org.zfcp4j.channel.FaultAction;
import org.zfcp4j.channel.Notification;
import org.zfcp4j.lab.Event;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.layout.fsf.FsfConstants;

/**
 * The channel could not deliver a VERSION_CHANGE. From level 7.1 on the driver asks for the version then, on the adapter's work
 * queue, and everything queued behind that work waits for the answer: here it is missing, until a close dismisses the request.
 * Level 5.10 ignores it.
 */
final class VersionLost {
    private static final String NOTIFICATION = "lost VERSION_CHANGE";
    private static final int ASKED_MILLIS = 100;

    private VersionLost() {
    }

    /** Returns with the request under way, and the {@code stat_work} of its notification behind it. */
    static void notify(World world, FcpDevice device) {
        notifyLost(world, device);
    }

    /**
     * The same directly after an RSCN: the port scan runs when it comes, so the {@code stat_work} of both is ahead of the request, and the
     * next notification queues it again, behind what is queued until then.
     */
    static void notifyAfterRscn(World world, FcpDevice device) {
        device.notify("RSCN", Notification.rscn(SmallSan.PORTS.get(0).dId()));
        notifyLost(world, device);
    }

    private static void notifyLost(World world, FcpDevice device) {
        int silent = world.channel().addFault(Fault.of(FaultAction.SILENCE, 0).on(0)
                .command(FsfConstants.FSF_QTCB_EXCHANGE_CONFIG_DATA));
        device.notify(NOTIFICATION, Notification.of(FsfConstants.FSF_STATUS_READ_NOTIFICATION_LOST,
                FsfConstants.FSF_STATUS_READ_SUB_VERSION_CHANGE));
        world.sleep(ASKED_MILLIS);
        world.channel().removeFault(silent);
    }

    static boolean isOpening(Event event) {
        return event.kind() == Event.Kind.ACTION && event.name().equals(NOTIFICATION);
    }
}
