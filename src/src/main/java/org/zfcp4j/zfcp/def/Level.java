// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

/**
 * Which Linux the port is the driver of: the places at which the levels differ, chosen when a module is made. All else is the same
 * in every level. The levels themselves are in {@code zfcp.level}.
 *
 * @param release of Linux, as on the command line: {@code 5.10}
 * @param queueScan who scans the QDIO queues
 * @param notifications unsolicited status that only newer levels know
 * @param failedSend what is done about a request whose send failed
 * @param configuring ports and units that are configured by hand
 * @param senseResult result of a command that gets sense data from the driver
 * @param suspends whether the driver has callbacks for suspend and resume
 */
public record Level(String release, QueueScan queueScan, StatusNotifications notifications, FailedSend failedSend,
        Configuring configuring, SenseResult senseResult, boolean suspends) {
    @Override
    public String toString() {
        return release;
    }
}
