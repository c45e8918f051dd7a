// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

/** SplitMix64: small, fast, and the same on every JDK. */
public class SeededRandom {
    private long state;

    public SeededRandom(long seed) {
        state = seed;
    }

    /** Goes on as the sequence of another seed. */
    final void restart(long seed) {
        state = seed;
    }

    public long nextLong() {
        state += 0x9e3779b97f4a7c15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Uniform below {@code bound}, which is positive. */
    public final int below(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** True {@code perMille} times in a thousand. */
    public final boolean chance(int perMille) {
        return below(1000) < perMille;
    }
}
