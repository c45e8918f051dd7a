// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import org.zfcp4j.channel.Notification;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.layout.fsf.FsfConstants;

/** Unsolicited notifications that only use up status read buffers. */
final class Notifications {
    private Notifications() {
    }

    /** The channel has {@code count} of them at once; 0 for none. */
    static void burst(World world, FcpDevice device, int count) {
        if (count > 0) {
            world.note(device.busId(), count + " notifications");
        }
        for (int i = 0; i < count; i++) {
            device.subchannel().notify(Notification.of(FsfConstants.FSF_STATUS_READ_SENSE_DATA_AVAIL, 0));
        }
    }
}
