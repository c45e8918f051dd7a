// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import org.zfcp4j.qdio.Subchannel;

/** A channel that a {@link ReplayWorld} is connected to. */
public interface ReplayChannel extends Subchannel {
    /** The driver handed a request over; called once a request, in the driver's context. */
    void sent(SentRequest request);

    /** True if the last signal for output was refused by the channel, not by the QDIO layer above it. */
    default boolean hasRefused() {
        return false;
    }

    /** The queues are down, and the program waits no longer for that. */
    default void shutDown() {
    }

    /** Status read buffers that the channel has. */
    int postedSrbs();

    /** Other requests that were not answered. */
    int pendingRequests();

    /** The most status read buffers that the channel had so far. */
    int maxPostedSrbs();
}
