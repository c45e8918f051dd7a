// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.story;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a page shows of an adapter at a time.
 *
 * @param missing {@code stat_miss}
 * @param free {@code req_q_free}
 * @param slsb the states of the request queue as the SLSB has them; zeros while there is no queue
 * @param requests by id, those that were handed to the channel and are on the request list
 * @param locks who holds which lock: {@code req_q_lock zfcperp0.0.1900}
 */
public record MachineState(int missing, int free, int[] slsb, Map<Long, Sent> requests, List<String> locks) {
    /** No adapter. */
    static final MachineState NONE = new MachineState(0, 0, new int[0], Map.of(), List.of());

    /**
     * Where a request was handed over.
     *
     * @param sbal index of its first SBAL
     */
    public record Sent(int sbal, boolean statusRead) {
    }

    /** Status read buffers that were posted and have not come back. */
    public int posted() {
        return (int) requests.values().stream().filter(Sent::statusRead).count();
    }

    /** The state of an SBAL; 0 while there is no queue. */
    public int slsb(int index) {
        return index < slsb.length ? slsb[index] : 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MachineState s && missing == s.missing && free == s.free && Arrays.equals(slsb, s.slsb)
                && requests.equals(s.requests) && locks.equals(s.locks);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(slsb) + 31 * requests.hashCode() + missing;
    }
}
