// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

/** How many status read buffers the channel holds, and how many there were too many. */
public final class SrbLedger {
    private final int agreed;
    private final int limit;
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

    void hold(int count) {
        held = count;
        most = Math.max(most, held);
    }

    void refuse() {
        refused++;
        most = Math.max(most, held + 1);
    }

    /** How many more than agreed were with the channel at a time: part of the state, since a search may be for the most. */
    int excess() {
        return Math.max(0, most - agreed);
    }

    long digest() {
        return refused * 31L + excess();
    }
}
