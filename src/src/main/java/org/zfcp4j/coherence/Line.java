// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.coherence;

import java.util.BitSet;

/**
 * A line and its copies. Caches are large enough for everything, so that a copy ends by invalidation only. A line that one processor has
 * alone may be modified or clean (M, E): that makes no difference to what an access costs others, and is one state here.
 */
final class Line {
    /** The stay of a copy in one cache, from the miss to the invalidation, and what others write after it. */
    private static final class Copy {
        /** Bytes that others have written since this processor lost its copy; during a stay, since it lost the one before. */
        final BitSet foreign = new BitSet();
        /** The stay began with a transfer that may turn out to be for nothing. */
        boolean doubtful;
        int label;
    }

    private final BitSet holders = new BitSet();
    private final Copy[] copies;
    private boolean exclusive;
    /** Who got the line last: it is asked for a copy. */
    private int last = -1;

    Line(int processors) {
        copies = new Copy[processors];
    }

    boolean isHeldBy(int processor) {
        return holders.get(processor);
    }

    boolean isExclusive() {
        return exclusive;
    }

    boolean isUntouched() {
        return last < 0;
    }

    int supplier() {
        return last;
    }

    /** The processor gets a copy; by a transfer, unless the line comes from memory. */
    void arrive(int processor, int label, boolean transferred) {
        exclusive = holders.isEmpty();
        holders.set(processor);
        last = processor;
        boolean first = copies[processor] == null;
        Copy copy = copy(processor);
        copy.doubtful = transferred && !first;
        copy.label = label;
    }

    private Copy copy(int processor) {
        if (copies[processor] == null) {
            copies[processor] = new Copy();
        }
        return copies[processor];
    }

    /** Takes the copies of all others away: how many there were. */
    int invalidateOthers(int processor, Sharing sharing) {
        int others = 0;
        for (int p = holders.nextSetBit(0); p >= 0; p = holders.nextSetBit(p + 1)) {
            if (p != processor) {
                end(p, sharing);
                copies[p].foreign.clear();
                others++;
            }
        }
        holders.clear();
        holders.set(processor);
        exclusive = true;
        last = processor;
        return others;
    }

    private void end(int processor, Sharing sharing) {
        Copy copy = copies[processor];
        if (copy.doubtful) {
            copy.doubtful = false;
            sharing.stayed(processor, copy.label, false);
        }
    }

    /** The processor, which has a copy, accesses bytes of it. */
    void use(int processor, int first, int count, boolean write, Sharing sharing) {
        Copy copy = copies[processor];
        if (copy.doubtful) {
            int written = copy.foreign.nextSetBit(first);
            if (written >= 0 && written < first + count) {
                copy.doubtful = false;
                sharing.stayed(processor, copy.label, true);
            }
        }
        if (write) {
            for (int p = 0; p < copies.length; p++) {
                if (p != processor && copies[p] != null) {
                    copies[p].foreign.set(first, first + count);
                }
            }
        }
    }

    /** The run is over. */
    void finish(Sharing sharing) {
        for (int p = holders.nextSetBit(0); p >= 0; p = holders.nextSetBit(p + 1)) {
            end(p, sharing);
        }
    }
}
