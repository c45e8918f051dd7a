// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.coherence;

/** Counts of the accesses to one kind of thing. */
public final class Tally {
    private final long[] effects = new long[Effect.values().length];
    private final long[][] moved;
    private long invalidations;
    private long falseSharing;
    private long cycles;

    Tally(int processors) {
        moved = new long[processors][processors];
    }

    void add(LineAccess access, int cost) {
        effects[access.effect().ordinal()]++;
        invalidations += access.invalidated();
        cycles += cost;
        if (access.effect() == Effect.TRANSFER) {
            moved[access.from()][access.processor()]++;
        }
    }

    void addFalseSharing() {
        falseSharing++;
    }

    /** Accesses, each line of a longer one counted. */
    public long accesses() {
        long sum = 0;
        for (long count : effects) {
            sum += count;
        }
        return sum;
    }

    /** Accesses with that effect. */
    public long count(Effect effect) {
        return effects[effect.ordinal()];
    }

    /** Copies of others that became invalid. */
    public long invalidations() {
        return invalidations;
    }

    /** Transfers that nothing but the neighbourhood made necessary. */
    public long falseSharing() {
        return falseSharing;
    }

    /** What the accesses cost. */
    public long cycles() {
        return cycles;
    }

    /** Transfers from the cache of one processor to that of another. */
    public long moved(int from, int to) {
        return moved[from][to];
    }
}
