// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

/** A sequence of numbers that its seed determines, whatever the library (splitmix64). */
final class RandomNumbers {
    private long state;

    RandomNumbers(long seed) {
        this.state = seed * 0x9e3779b97f4a7c15L + 1;
    }

    private long next() {
        state += 0x9e3779b97f4a7c15L;
        long z = (state ^ state >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /** From 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }
}
