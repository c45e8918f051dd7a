// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import java.util.BitSet;

/** Which chunks of a storage are in use, and how many belong together. */
final class ChunkRuns {
    private final RealSpinLock lock = new RealSpinLock("chunks");
    private final BitSet used = new BitSet();
    /** For the first chunk of a run, its length; 0 for chunks that are kept for blocks. */
    private final int[] length;
    private int taken;

    ChunkRuns(int chunks) {
        length = new int[chunks];
    }

    /** The index of the first of {@code count} free chunks in a row, now taken; or -1. */
    int take(int count) {
        lock.lock();
        int first = find(count);
        if (first >= 0) {
            used.set(first, first + count);
            length[first] = count;
            taken += count;
        }
        lock.unlock();
        return first;
    }

    private int find(int count) {
        int first = used.nextClearBit(0);
        while (first + count <= length.length) {
            int obstacle = used.nextSetBit(first);
            if (obstacle < 0 || obstacle >= first + count) {
                return first;
            }
            first = used.nextClearBit(obstacle);
        }
        return -1;
    }

    /** A chunk that was taken alone is cut into blocks, for good: it no longer counts as taken. */
    void keep(int chunk) {
        lock.lock();
        length[chunk] = 0;
        taken--;
        lock.unlock();
    }

    void giveBack(int first) {
        lock.lock();
        int count = length[first];
        if (count == 0) {
            lock.unlock();
            throw new IllegalArgumentException("free of what is not allocated");
        }
        length[first] = 0;
        used.clear(first, first + count);
        taken -= count;
        lock.unlock();
    }

    int taken() {
        lock.lock();
        int count = taken;
        lock.unlock();
        return count;
    }
}
