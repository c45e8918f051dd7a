// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.linux.LinuxSource;

/** Unsolicited status beyond what every level knows: in level 5.10 there is none. */
@LinuxSource(level = "5.10")
public class StatusNotifications {
    /** A work item of the adapter for notifications that were lost, or null. */
    public Work lostWork(Kernel kernel, Adapter adapter) {
        return null;
    }

    /** The adapter is unregistered: its item does not run any more. Process context. */
    public void cancelLostWork(Adapter adapter) {
    }

    /**
     * The channel has lost notifications.
     *
     * @param subtype {@code FSF_STATUS_READ_SUB_*} of all that are concerned
     */
    public void notificationLost(Adapter adapter, int subtype) {
    }

    /**
     * A status of a type that not every level knows.
     *
     * @param srBuf absolute address of a {@code struct fsf_status_read_buffer}
     */
    public void statusRead(Adapter adapter, long srBuf) {
    }
}
