// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

import java.util.Arrays;

/** The status read buffers that the channel holds, in the order in which it got them, and how many there were too many. */
public final class SrbLedger {
    private final int agreed;
    private final int limit;
    private long[] reqIds;
    private long[] buffers;
    private int held;
    private int most;
    private int refused;

    /**
     * @param agreed how many the channel asks for
     * @param limit how many it takes
     */
    SrbLedger(int agreed, int limit) {
        this.agreed = agreed;
        this.limit = limit;
        this.reqIds = new long[limit];
        this.buffers = new long[limit];
    }

    /** How many the channel takes. */
    public int limit() {
        return limit;
    }

    /** How many it holds. */
    public int held() {
        return held;
    }

    /** The most that were with it at a time, those that it refused included. */
    public int most() {
        return most;
    }

    /** How many it refused. */
    public int refused() {
        return refused;
    }

    /** False if the channel holds as many as it takes. */
    boolean add(long reqId, long buffer) {
        most = Math.max(most, held + 1);
        if (held == limit) {
            refused++;
            return false;
        }
        reqIds[held] = reqId;
        buffers[held++] = buffer;
        return true;
    }

    long firstReqId() {
        return reqIds[0];
    }

    long firstBuffer() {
        return buffers[0];
    }

    void removeFirst() {
        held--;
        System.arraycopy(reqIds, 1, reqIds, 0, held);
        System.arraycopy(buffers, 1, buffers, 0, held);
    }

    void clear() {
        held = 0;
    }

    /** How many more than agreed were with the channel at a time: part of the state, since a search may be for the most. */
    int excess() {
        return Math.max(0, most - agreed);
    }

    long digest() {
        long h = refused * 31L + excess();
        for (int i = 0; i < held; i++) {
            h = h * 31 + reqIds[i];
        }
        return h;
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOf(reqIds, held));
    }
}
