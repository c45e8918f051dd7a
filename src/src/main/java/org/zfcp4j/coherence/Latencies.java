// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.coherence;

import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an access costs, in cycles.
 *
 * @param own          hit in the own cache
 * @param atomic       added to an access that reads and writes, or that a full barrier follows
 * @param upgrade      invalidation of the copies of others
 * @param sameDie      transfer from a processor of the same die
 * @param otherDie     transfer from one of another die
 * @param memory       line that no cache has
 * @param overlap      lines of one longer access of which the misses overlap
 * @param other        instructions between two accesses
 * @param signal       an instruction that signals the channel
 * @param perDie       processors of a die
 * @param megahertz    cycles in a microsecond
 */
public record Latencies(int own, int atomic, int upgrade, int sameDie, int otherDie, int memory, int overlap, int other, int signal, int perDie,
                        int megahertz) {
    private static final Set<String> KEYS = Set.of("own", "atomic", "upgrade", "same-die", "other-die", "memory", "overlap", "other", "signal",
            "per-die", "megahertz");
    private static final int MOST = 1_000_000;

    /**
     * Reads a table: all keys, each with a whole number.
     *
     * @throws IllegalArgumentException with one line that tells what is wrong
     */
    public static Latencies of(Properties table) {
        Set<String> unknown = new TreeSet<>(table.stringPropertyNames());
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown key \"" + unknown.iterator().next() + "\": expected "
                    + String.join(", ", new TreeSet<>(KEYS)));
        }
        return new Latencies(number(table, "own", 0), number(table, "atomic", 0), number(table, "upgrade", 0),
                number(table, "same-die", 0), number(table, "other-die", 0), number(table, "memory", 0), number(table, "overlap", 1), number(table, "other", 0),
                number(table, "signal", 0), number(table, "per-die", 1), number(table, "megahertz", 1));
    }

    private static int number(Properties table, String key, int least) {
        String value = table.getProperty(key, "").strip();
        if (!value.matches("\\d{1,7}") || Integer.parseInt(value) < least || Integer.parseInt(value) > MOST) {
            throw new IllegalArgumentException(key + "=" + value + ": expected a whole number from " + least + " to " + MOST);
        }
        return Integer.parseInt(value);
    }

    /** Cycles of an access; {@code lines} of it are accessed together. */
    public int of(LineAccess access, int lines) {
        int alone = alone(access);
        return Math.max(own, alone / Math.min(lines, overlap));
    }

    private int alone(LineAccess access) {
        int cycles = switch (access.effect()) {
            case HIT -> own;
            case UPGRADE -> own + upgrade;
            case COLD -> memory;
            case TRANSFER -> access.from() / perDie == access.processor() / perDie ? sameDie : otherDie;
        };
        boolean takesAway = access.effect() == Effect.TRANSFER && access.invalidated() > 1;
        return takesAway ? cycles + upgrade : cycles;
    }
}
