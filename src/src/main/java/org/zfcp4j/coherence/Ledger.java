// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.coherence;

import java.util.Map;
import java.util.TreeMap;

/** Counts by label, from the moment when {@link #begin} is called. */
public final class Ledger implements Sharing {
    private final int processors;
    private final Map<Integer, Tally> tallies = new TreeMap<>();
    private boolean counting;

    public Ledger(int processors) {
        this.processors = processors;
    }

    /** What came before was preparation. */
    public void begin() {
        counting = true;
    }

    /** What comes now is clearing away. */
    public void end() {
        counting = false;
    }

    /** An access, and what it costs. */
    public void add(LineAccess access, int cost) {
        if (counting) {
            tally(access.label()).add(access, cost);
        }
    }

    @Override
    public void stayed(int processor, int label, boolean needed) {
        if (counting && !needed) {
            tally(label).addFalseSharing();
        }
    }

    private Tally tally(int label) {
        return tallies.computeIfAbsent(label, l -> new Tally(processors));
    }

    /** The counts by label. */
    public Map<Integer, Tally> tallies() {
        return tallies;
    }
}
