// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.swarm;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Seeds of a range. */
final class SeedSet {
    private final long first;
    private final int size;
    private final BitSet seeds = new BitSet();

    /**
     * @param range such as {@code 1..1000}
     * @throws IllegalArgumentException if it is none, or too long
     */
    SeedSet(String range) {
        int dots = range.indexOf("..");
        try {
            first = Long.parseLong(range.substring(0, dots));
            size = Math.toIntExact(Math.addExact(Math.subtractExact(Long.parseLong(range.substring(dots + 2)), first), 1));
        } catch (StringIndexOutOfBoundsException | NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException("no range of seeds: \"" + range + "\"", e);
        }
    }

    boolean covers(long seed) {
        return seed >= first && seed - first < size;
    }

    void add(long seed) {
        seeds.set((int) (seed - first));
    }

    /** How many of the range were not added. */
    int missing() {
        return size - seeds.cardinality();
    }

    /** Those that were not added, as single seeds and ranges, such as {@code 12} and {@code 3..7}. */
    List<String> missingRanges() {
        List<String> text = new ArrayList<>();
        for (int from = seeds.nextClearBit(0); from < size;) {
            int to = seeds.nextSetBit(from);
            int end = to < 0 ? size : to;
            text.add(end - from == 1 ? String.valueOf(first + from) : (first + from) + ".." + (first + end - 1));
            from = seeds.nextClearBit(end);
        }
        return text;
    }
}
