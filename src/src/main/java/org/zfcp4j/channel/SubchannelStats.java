// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.channel;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/**
 * {@code struct fcp_stats}: counters of a subchannel, in the order of the C structure.
 *
 * @param state 0 idle, 1 established, 2 active, 3 gone
 * @param srbsNow status read buffers that the channel holds
 * @param srbsMax the most it held since the queues were last established
 * @param srbsMaxEver the most it ever held
 * @param srbsLimit how many it keeps
 * @param srbsAccepted status read buffers it took
 * @param srbsRefused status read buffers it answered with an error state
 * @param notifications unsolicited statuses reported
 * @param notificationsLost unsolicited statuses dropped
 * @param notificationsQueued unsolicited statuses that wait
 * @param requestsFetched requests taken, status read buffers not counted
 * @param requestsPending requests taken and not answered, silent ones included
 * @param responsesPlaced responses placed
 * @param responsesWaiting responses that wait for an input SBAL
 * @param outputSbals SBALs taken from the output queue
 * @param outputErrors of these, with an error state
 * @param inputErrors input SBALs with an error state
 * @param inputStalls times that a response found no SBAL that the channel owns
 * @param sigas SIGA instructions
 * @param sigaErrors of these, failed
 * @param interrupts interrupts raised
 * @param establishes times the queues were established
 * @param siosls requests to log
 * @param loggedIn 1 after exchange config data was answered completely, while the link is up
 */
public record SubchannelStats(long state, long srbsNow, long srbsMax, long srbsMaxEver, long srbsLimit, long srbsAccepted,
        long srbsRefused, long notifications, long notificationsLost, long notificationsQueued, long requestsFetched,
        long requestsPending, long responsesPlaced, long responsesWaiting, long outputSbals, long outputErrors,
        long inputErrors, long inputStalls, long sigas, long sigaErrors, long interrupts, long establishes, long siosls,
        long loggedIn) {
    /** Number of counters; all have 64 bits. */
    static final int COUNTERS = 24;

    static SubchannelStats read(MemorySegment s) {
        return new SubchannelStats(at(s, 0), at(s, 1), at(s, 2), at(s, 3), at(s, 4), at(s, 5), at(s, 6), at(s, 7), at(s, 8),
                at(s, 9), at(s, 10), at(s, 11), at(s, 12), at(s, 13), at(s, 14), at(s, 15), at(s, 16), at(s, 17), at(s, 18),
                at(s, 19), at(s, 20), at(s, 21), at(s, 22), at(s, 23));
    }

    private static long at(MemorySegment s, int counter) {
        return s.getAtIndex(JAVA_LONG, counter);
    }
}
