// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.ArrayList;
import java.util.List;

/**
 * What a run draws: the random numbers of a seed, and from a turn on those of another, in each of its sequences.
 *
 * @param turns in the order of their places
 */
public record Draws(long seed, List<Turn> turns) {
    /**
     * Where other numbers begin.
     *
     * @param at how many numbers of a sequence come before
     * @param seed of those that follow
     */
    public record Turn(int at, long seed) {
    }

    public Draws {
        turns = List.copyOf(turns);
    }

    /** Without a turn. */
    public static Draws of(long seed) {
        return new Draws(seed, List.of());
    }

    /** The same up to a place, and others from there on. */
    public Draws turned(int at, long then) {
        List<Turn> all = new ArrayList<>(turns);
        all.removeIf(turn -> turn.at() >= at);
        all.add(new Turn(at, then));
        return new Draws(seed, all);
    }

    /** @param own the seed of this sequence, different from that of others */
    public SeededRandom sequence(long own) {
        return turns.isEmpty() ? new SeededRandom(own) : new TurningRandom(own, turns);
    }
}
