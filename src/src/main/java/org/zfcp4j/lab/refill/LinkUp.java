// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

/**
 * What a LINK_UP finds when it triggers the reopen of {@link RefillStart#REOPEN}.
 *
 * @param burst status read buffers that notifications have used up just before it, while the work queue was held up: they are missing
 * @param rports remote ports that are registered: blocking them queues an {@code rport_work} each ahead of {@code stat_work}
 * @param blockMillis how long deleting a remote port sleeps in the FC transport, in milliseconds; 0 for not at all
 * @param versionLost whether the last notification before it said that a VERSION_CHANGE got lost: from level 7.1 on
 *     {@code version_change_lost_work} is ahead of everything then
 */
public record LinkUp(int burst, int rports, int blockMillis, boolean versionLost) {
    /** No other notification, no remote port. */
    public static final LinkUp ALONE = new LinkUp(0, 0, 0);

    /** No VERSION_CHANGE got lost. */
    public LinkUp(int burst, int rports, int blockMillis) {
        this(burst, rports, blockMillis, false);
    }

    /** Status read buffers that are used up, that of LINK_UP included. */
    public int usedUp() {
        return 1 + burst + (versionLost ? 1 : 0);
    }
}
